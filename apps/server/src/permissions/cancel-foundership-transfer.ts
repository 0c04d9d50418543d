import type { FoundershipTransferPayload } from "@usher/schema/foundership";
import type { Ctx } from "../context.js";

export async function cancelFoundershipTransfer(_ctx: Ctx): Promise<FoundershipTransferPayload> {
  throw new Error("to be written");
}
