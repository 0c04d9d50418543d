import type { Ctx } from "../context.js";
import type { FoundershipTransfer } from "./foundership-transfer.entity.js";

export async function openTransfer(_ctx: Ctx): Promise<FoundershipTransfer | null> {
  throw new Error("to be written");
}
