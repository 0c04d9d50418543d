import { In } from "typeorm";
import { type AuditActor, type AuditEvent, recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { stepSize } from "../tasks/task-kind.js";
import type { NamedKind } from "./find-or-create-names.js";
import { holdNames } from "./hold-names.js";
import type { Move, Mover } from "./move.js";
import { groupMover } from "./move-group.js";
import { personalMover } from "./move-personal.js";
import { tableOf } from "./name-kinds.js";

export const moverOf = (kind: NamedKind): Mover => (kind === "group" ? groupMover : personalMover);

/**
 * Moves who is left, and removes what goes: in one transaction that holds the names, so that nobody comes in behind it. Answers
 * how many users were moved; null when what they were to go into is gone, or nothing is left to go: then nothing is done.
 */
export async function settleMove(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  { kind, ids: asked, into }: Move,
): Promise<number | null> {
  const held = await holdNames(tx, kind, workspaceId, into === null ? asked : [...asked, into]);
  const ids = asked.filter((id) => held.has(id));
  if (ids.length === 0 || (into !== null && !held.has(into))) return null;
  const move = { kind, ids, into };
  const mover = moverOf(kind);
  let moved = 0;
  for (;;) {
    const some = await mover.next(tx, workspaceId, move, stepSize);
    if (some.length === 0) break;
    moved += await mover.apply(tx, app, workspaceId, move, some);
  }
  await mover.settle(tx, workspaceId, move);
  await tx.delete(tableOf[kind], { workspaceId, id: In(ids) } as never);
  const event: AuditEvent =
    into === null ? { type: "names_deleted", kind, ids } : { type: "names_merged", subject: into, kind, ids };
  await recordAudit(tx, app, workspaceId, actor, event);
  return moved;
}
