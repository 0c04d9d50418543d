import type { PeopleMovedPayload } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";
import { moveNames } from "./move-names.js";

/** Makes one of several: their people go into it, and what still holds a former id is read as the one that stays (F51). */
export const mergeNames = (
  ctx: Ctx,
  kind: NamedKind,
  ids: readonly string[],
  into: string,
): Promise<PeopleMovedPayload> => moveNames(ctx, kind, { ids, into });
