import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";
import type { NameRow } from "./name-kinds.js";

export async function findName<Kind extends NamedKind>(_ctx: Ctx, _kind: Kind, _id: string): Promise<NameRow<Kind>> {
  throw new Error("to be written");
}
