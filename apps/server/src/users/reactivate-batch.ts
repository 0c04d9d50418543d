import { In } from "typeorm";
import { type AuditActor, recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { BatchResult } from "../tasks/act-on-selection.js";
import { holdSeats } from "../workspaces/hold-seats.js";
import { type HeldUser, holdUsers } from "./hold-users.js";
import { User } from "./user.entity.js";

/**
 * Opens closed accounts again, as they were: who had acted is ACTIVE, the others are PENDING (F49). Seats go to the first
 * who need one; whoever finds none is refused (F66). Links that died stay dead.
 */
export async function reactivateBatch(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
): Promise<BatchResult> {
  const seats = await holdSeats(tx, workspaceId);
  const { users, refused } = await holdUsers(tx, workspaceId, ids);
  const closed = users.filter(({ status }) => status === "DEACTIVATED");
  const seated = closed.filter(needsSeat).slice(0, seats.free);
  const isSeated = new Set(seated.map(({ id }) => id));
  const opened = closed.filter((user) => isSeated.has(user.id) || !needsSeat(user));
  await open(tx, app, workspaceId, "ACTIVE", opened.filter(hasActed));
  await open(
    tx,
    app,
    workspaceId,
    "PENDING",
    opened.filter((user) => !hasActed(user)),
  );
  const now = app.clock.now();
  await tx.update(User, { workspaceId, id: In([...isSeated]) }, { hasSeat: true, billedFrom: now });
  await seats.move(seated.length);
  const events = opened.map(({ id }) => ({ type: "user_reactivated", subject: id }) as const);
  await recordAudits(tx, app, workspaceId, actor, events);
  const without = closed.filter((user) => needsSeat(user) && !isSeated.has(user.id));
  return {
    changed: opened.length,
    refused: [...refused, ...without.map(({ id }) => ({ id, code: "SEAT_LIMIT_REACHED" }) as const)],
  };
}

const hasActed = ({ activatedAt }: HeldUser): boolean => activatedAt !== null;

/** A password, temporary ones too, takes a seat from its making on. */
const needsSeat = (user: HeldUser): boolean => hasActed(user) || user.passwordHash !== null;

async function open(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  status: "ACTIVE" | "PENDING",
  users: readonly HeldUser[],
): Promise<void> {
  if (users.length === 0) return;
  const these = { workspaceId, id: In(users.map(({ id }) => id)) };
  await tx.update(User, these, { status, updatedAt: app.clock.now() });
}
