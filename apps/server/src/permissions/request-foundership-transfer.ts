import type { FoundershipTransferPayload, RequestFoundershipTransferInput } from "@usher/schema/foundership";
import type { Ctx } from "../context.js";

export async function requestFoundershipTransfer(
  _ctx: Ctx,
  _input: RequestFoundershipTransferInput,
): Promise<FoundershipTransferPayload> {
  throw new Error("to be written");
}
