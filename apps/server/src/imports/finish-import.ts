import { can } from "@usher/rules/permissions";
import { IsNull, Not } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { Team } from "../groups/team.entity.js";
import type { NamedLeader } from "../people/team-leaders.js";
import { readActor } from "../permissions/read-actor.js";
import { auditApplied } from "./audit-applied.js";
import type { WorkingImport } from "./claim-chunk.js";
import { holdState } from "./find-import.js";
import { Import } from "./import.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { ImportIssue } from "./import-issue.entity.js";
import { readTotals } from "./import-totals.js";

type Works = Pick<App, "db" | "clock">;

/** All chunks are planned: the plan is what they add up to. */
export async function finishPlan(app: Works, { id }: WorkingImport): Promise<void> {
  const totals = (await readTotals(app.db.read, [id])).get(id);
  await app.db.tx((tx) =>
    tx.update(Import, { id, state: "PLANNING" }, { state: "PLANNED", plan: totals?.planned ?? null }),
  );
}

/** All chunks are done: sets the leaders, closes the import, records what came of it. */
export async function finishImport(app: Works, of: WorkingImport): Promise<void> {
  const { id, workspaceId, createdById } = of;
  while (await setLeadersOfLastChunk(app, of));
  await app.db.tx(async (tx) => {
    const end = { state: "DONE", finishedAt: app.clock.now() } as const;
    const { affected } = await tx.update(Import, { id, state: "RUNNING" }, end);
    if (affected !== 1) return;
    await auditApplied(tx, app, of);
    const actor = { kind: "user", userId: createdById } as const;
    await recordAudit(tx, app, workspaceId, actor, { type: "import_finished", subject: id });
  });
}

/**
 * Goes through the file from its end, a chunk at a time: whoever sets a team's leader first stands last in the file, and
 * wins (F36). Answers whether there was a chunk with leaders left.
 */
async function setLeadersOfLastChunk(app: Works, of: WorkingImport): Promise<boolean> {
  const chunk = await app.db.read.findOne(ImportChunk, {
    where: { importId: of.id, leaders: Not(IsNull()) },
    order: { number: "DESC" },
  });
  if (!chunk?.leaders) return false;
  const { leaders, number } = chunk;
  return app.db.tx(async (tx) => {
    if ((await holdState(tx, of.id)) !== "RUNNING") return false;
    const { affected } = await tx.update(
      ImportChunk,
      { importId: of.id, number, leaders: Not(IsNull()) },
      { leaders: null },
    );
    if (affected === 1) await setLeaders(tx, of, leaders);
    return true;
  });
}

async function setLeaders(tx: Tx, of: WorkingImport, leaders: readonly NamedLeader[]): Promise<void> {
  const last = new Map(leaders.map((named) => [named.team, named.leader]));
  const teams = await readByKeys(
    tx,
    Team,
    ["id", "nameKey", "leaderEmailKey", "leaderImportId"],
    of.workspaceId,
    "nameKey",
    last.keys(),
    { lock: true },
  );
  const maker = await readActor(tx, of.workspaceId, of.createdById);
  const mayReplace = maker !== null && can.replaceLeaders(maker);
  const winners = new Map<string, string | null | undefined>();
  const changes = teams.flatMap(({ id, nameKey, leaderEmailKey, leaderImportId }) => {
    // by a row that stands further down, or by somebody meanwhile, and then it is not everybody's to replace
    const isSet = leaderImportId === of.id || (leaderEmailKey !== null && !mayReplace);
    winners.set(nameKey, isSet ? leaderEmailKey : last.get(nameKey));
    return isSet ? [] : [{ id, values: { leaderEmailKey: last.get(nameKey), leaderImportId: of.id } as Partial<Team> }];
  });
  await bulkUpdate(tx, Team, of.workspaceId, changes);
  const losers = leaders.filter(({ team, leader }) => winners.get(team) !== leader);
  await bulkInsert(
    tx,
    ImportIssue,
    losers.map(({ row }) => ({ importId: of.id, row, column: "team_leader", code: "LEADER_REPLACED" })),
  );
}
