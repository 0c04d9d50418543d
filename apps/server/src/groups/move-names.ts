import { can } from "@usher/rules/permissions";
import type { PeopleMovedPayload } from "@usher/schema/members";
import type { UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { presentTask } from "../tasks/present-task.js";
import { startTask } from "../tasks/start-task.js";
import { stepSize } from "../tasks/task-kind.js";
import type { NamedKind } from "./find-or-create-names.js";
import { holdNames } from "./hold-names.js";
import type { Move } from "./move.js";
import { isMoveUnderWay, moveTaskName } from "./moves-under-way.js";
import { inputOf, tableOf } from "./name-kinds.js";
import { manageNamesNeed } from "./see-names.js";
import { moverOf, settleMove } from "./settle-move.js";

const mostNames = 100;

/** What a call is to do: `into` absent where nothing is left of those that go. */
interface Wanted {
  readonly ids: readonly string[];
  readonly into?: string;
}

/** Merges or deletes names: in the call where few people are concerned, else in the background. NOT_FOUND for ids of another workspace. */
export async function moveNames(ctx: Ctx, kind: NamedKind, wanted: Wanted): Promise<PeopleMovedPayload> {
  const { workspaceId, userId } = require(ctx, can.manageNames(ctx.actor), manageNamesNeed);
  const { ids: idsField, into: intoField } = inputOf[kind];
  const refuse = (code: UserErrorCode, field: string): PeopleMovedPayload => ({
    affected: 0,
    task: null,
    userErrors: [userError(ctx.language, code, [field])],
  });
  if (wanted.ids.length === 0) return refuse("REQUIRED", idsField);
  if (wanted.ids.length > mostNames) return refuse("OUT_OF_RANGE", idsField);
  const known = (raw: string): string => {
    const id = parseId(raw);
    if (id === null) throw notFound(kind);
    return id;
  };
  const move: Move = {
    kind,
    ids: [...new Set(wanted.ids.map(known))],
    into: wanted.into === undefined ? null : known(wanted.into),
  };
  const all = move.into === null ? move.ids : [...new Set([...move.ids, move.into])];
  const found = await ctx.read.countBy(tableOf[kind], { workspaceId, id: In([...all]) } as never);
  if (found !== all.length) throw notFound(kind);
  if (move.ids.includes(move.into ?? "")) return refuse("NOT_COMBINABLE", intoField);

  const { users, others } = await moverOf(kind).count(ctx.read, workspaceId, move);
  const isLarge = users + others > stepSize;
  return ctx.tx(async (tx): Promise<PeopleMovedPayload> => {
    if ((await holdNames(tx, kind, workspaceId, all)).size !== all.length) throw notFound(kind);
    if (await isMoveUnderWay(tx, workspaceId, move)) return refuse("MOVE_UNDER_WAY", idsField);
    if (isLarge) {
      const begun = { workspaceId, createdById: userId, kind: moveTaskName, selection: {}, options: move };
      const task = await startTask(tx, ctx, { ...begun, total: users });
      return { affected: 0, task: presentTask(task, ctx.clock.now()), userErrors: [] };
    }
    const affected = await settleMove(tx, ctx, workspaceId, { kind: "user", userId }, move);
    return { affected: affected ?? 0, task: null, userErrors: [] };
  });
}
