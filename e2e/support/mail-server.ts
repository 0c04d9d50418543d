import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  readonly url: string;
  /** What it took, in order. */
  readonly mails: Email[];
  /** Addresses that it does not know. */
  readonly unknown: Set<string>;
  stop(): Promise<void>;
}

/** A mail server that keeps what it takes and refuses whom it does not know. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Email[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error("5.1.1 User unknown"), { responseCode: 550 });
      done(unknown.has(address) ? refusal : undefined);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail);
          done(null, "2.0.0 taken");
        }, done);
      });
    },
  });
  // a client that goes away midway is no failure of a test
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    unknown,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
