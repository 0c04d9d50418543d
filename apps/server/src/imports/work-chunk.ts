import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { createNames, findNames, isMissing, type WantedNames } from "../groups/find-or-create-names.js";
import { countDecisions } from "../onboarding/count-decisions.js";
import { applyPeople, namesFor } from "../people/apply-people.js";
import type { Adder } from "../people/bounds.js";
import { decidedAfresh } from "../people/changed-meanwhile.js";
import type { CreateOptions } from "../people/create-people.js";
import { decidePeople } from "../people/decide-people.js";
import type { Decision } from "../people/decision.js";
import type { PersonRow } from "../people/person-row.js";
import { type Known, readKnown } from "../people/read-known.js";
import { lastLeaders, namedLeaders } from "../people/team-leaders.js";
import { anonymous, readActor } from "../permissions/read-actor.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import type { ClaimedChunk, WorkingImport } from "./claim-chunk.js";
import { holdState } from "./find-import.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { readChunk } from "./read-chunk.js";
import { storeOutcomes } from "./store-outcomes.js";

type Works = Pick<App, "db" | "clock" | "config" | "jobs" | "secrets">;

/** Stores what each row of the chunk would do; nobody is invited. */
export async function planChunk(app: Works, of: WorkingImport, chunk: ClaimedChunk): Promise<void> {
  const { read } = app.db;
  const rows = await readChunk(read, app, of, chunk);
  const adder = await adderOf(read, of);
  const known = await readKnown(read, of.workspaceId, rows, { sealing: app, lockUsers: false, adder });
  const decisions = decideRows(app, of, adder, known, rows);
  await app.db.tx(async (tx) => {
    if (!(await claimEnd(tx, chunk, "PLANNED"))) return;
    if ((await holdState(tx, of.id)) !== "PLANNING") throw new StoppedMeanwhile();
    await storeOutcomes(tx, chunk, decisions, []);
  });
}

/**
 * Applies the rows of the chunk, once, however often it is tried: what was read, decided and written, and that it is done,
 * is one transaction.
 */
export async function applyChunk(app: Works, of: WorkingImport, chunk: ClaimedChunk): Promise<void> {
  const rows = await readChunk(app.db.read, app, of, chunk);
  const workspace = await app.db.read.findOneByOrFail(Workspace, { id: of.workspaceId });
  for (;;) {
    try {
      return await decidedAfresh(() => app.db.tx((tx) => applyRows(tx, app, of, chunk, rows, workspace)));
    } catch (error) {
      if (!(error instanceof NamesMissing)) throw error;
      await makeNames(app, of, error.wanted);
    }
  }
}

async function applyRows(
  tx: Tx,
  app: Works,
  of: WorkingImport,
  chunk: ClaimedChunk,
  rows: readonly PersonRow[],
  workspace: Workspace,
): Promise<void> {
  if (!(await claimEnd(tx, chunk, "DONE"))) return;
  if ((await holdState(tx, of.id)) !== "RUNNING") throw new StoppedMeanwhile();
  const adder = await adderOf(tx, of);
  const lockUsers = of.existing !== "LEAVE";
  const known = await readKnown(tx, of.workspaceId, rows, { sealing: app, lockUsers, adder });
  const decisions = decideRows(app, of, adder, known, rows);
  if (!known.names.isComplete) {
    const wanted = namesFor(decisions);
    if (isMissing(known.names, wanted)) throw new NamesMissing(wanted);
  }
  await applyPeople(tx, app, known, decisions, {
    workspaceId: of.workspaceId,
    inviterId: of.createdById,
    language: workspace.defaultLanguage,
    message: of.message,
    lifetimeHours: of.lifetimeHours,
    sendMail: true,
    showLinks: false,
    importId: of.id,
    programSessionId: null,
    create: of.mode === "CREATE" ? await creationOf(tx, of, workspace) : null,
  });
  await storeOutcomes(tx, chunk, decisions, lastLeaders(namedLeaders(known.names, decisions)));
  await countDecisions(tx, app, of.workspaceId, decisions);
}

/** Accounts with links only: a file of passwords is refused when the import begins. */
async function creationOf(
  tx: Tx,
  { createdById, credential, activationMail }: WorkingImport,
  { activationLifetimeHours }: Workspace,
): Promise<CreateOptions> {
  return {
    credential: credential ?? "ACTIVATION_LINK",
    activationMail: activationMail ?? "LATER",
    linkLifetimeHours: activationLifetimeHours,
    passwords: [],
    creator: await tx.findOneByOrFail(User, { id: createdById }),
  };
}

/**
 * Rolls a chunk back until the companies, groups, teams and labels that it needs are made in a small transaction of their
 * own: within the large one, chunks worked on side by side would wait for each other's names and then lose.
 */
class NamesMissing extends Error {
  constructor(readonly wanted: WantedNames) {
    super("names are missing");
  }
}

async function makeNames(app: Works, { workspaceId }: WorkingImport, wanted: WantedNames): Promise<void> {
  await decidedAfresh(() =>
    app.db.tx(async (tx) => createNames(tx, app, workspaceId, await findNames(tx, workspaceId, wanted), wanted)),
  );
}

/** The import was cancelled, or goes another way: the chunk stays as it was. */
export class StoppedMeanwhile extends Error {}

/**
 * The marker that every such transaction begins with. An update, not a look: it waits for a commit under way, so that an
 * attempt whose acknowledgement got lost is recognised.
 */
async function claimEnd(tx: Tx, { importId, number }: ClaimedChunk, state: "PLANNED" | "DONE"): Promise<boolean> {
  const from = state === "DONE" ? "state <> 'DONE'" : "state = 'STAGED'";
  const { affected } = await tx
    .createQueryBuilder()
    .update(ImportChunk)
    .set({ state })
    .where(`import_id = :importId AND number = :number AND ${from}`, { importId, number })
    .execute();
  return affected === 1;
}

/** The maker, with what they may do at this moment: a permission that was taken away bites at once. */
async function adderOf(from: EntityManager, { workspaceId, createdById }: WorkingImport): Promise<Adder> {
  return { actor: (await readActor(from, workspaceId, createdById)) ?? anonymous, session: null };
}

function decideRows(app: Works, of: WorkingImport, adder: Adder, known: Known, rows: readonly PersonRow[]): Decision[] {
  if (!can.importFiles(adder.actor)) {
    return rows.map(({ row, person }) => ({
      row,
      person,
      outcome: "REJECTED",
      remarks: [{ code: "PERMISSION_REVOKED", field: null }],
    }));
  }
  return decidePeople(known, rows, {
    ...adder,
    mode: of.mode,
    existing: of.existing,
    createMissing: of.createMissing,
    now: app.clock.now(),
  });
}
