import type { UserError } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";
import type { NameRow } from "./name-kinds.js";

export async function updateName<Kind extends NamedKind>(
  _ctx: Ctx,
  _kind: Kind,
  _id: string,
  _changes: { name?: string | null; leaderEmail?: string | null },
): Promise<{ row: NameRow<Kind> | null; userErrors: UserError[] }> {
  throw new Error("to be written");
}
