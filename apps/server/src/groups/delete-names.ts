import type { PeopleMovedPayload } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";
import { moveNames } from "./move-names.js";

/** Deletes them, groups with their program sessions. Their people stay, and are in none of them (F51). */
export const deleteNames = (ctx: Ctx, kind: NamedKind, ids: readonly string[]): Promise<PeopleMovedPayload> =>
  moveNames(ctx, kind, { ids });
