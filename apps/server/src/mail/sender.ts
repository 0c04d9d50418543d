import addressparser from "nodemailer/lib/addressparser";
import { onOneLine } from "./lay-out.js";

/** Who a mail is from. `configured`: an address or "Name <address>"; without a name the workspace's stands there. */
export function senderOf(configured: string, workspace: string): { name: string; address: string } {
  const [parsed] = addressparser(configured, { flatten: true });
  return { name: onOneLine(parsed?.name || workspace), address: parsed?.address || configured };
}
