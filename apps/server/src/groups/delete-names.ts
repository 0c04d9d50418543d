import type { PeopleMovedPayload } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";

export async function deleteNames(_ctx: Ctx, _kind: NamedKind, _ids: readonly string[]): Promise<PeopleMovedPayload> {
  throw new Error("to be written");
}
