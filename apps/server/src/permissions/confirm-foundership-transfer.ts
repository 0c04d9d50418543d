import type { ConfirmFoundershipTransferInput, FoundershipTransferPayload } from "@usher/schema/foundership";
import type { Ctx } from "../context.js";

export async function confirmFoundershipTransfer(
  _ctx: Ctx,
  _input: ConfirmFoundershipTransferInput,
): Promise<FoundershipTransferPayload> {
  throw new Error("to be written");
}
