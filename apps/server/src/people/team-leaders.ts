import { bulkUpdate } from "../db/bulk-update.js";
import type { Tx } from "../db/transaction.js";
import type { KnownNames } from "../groups/find-or-create-names.js";
import { Team } from "../groups/team.entity.js";
import { type Decision, isNewcomer, type Remark } from "./decision.js";

/** A row that says who leads its team. */
export interface NamedLeader {
  readonly row: number;
  /** The team's key. */
  readonly team: string;
  /** The key of the leader's e-mail, whoever that is or will be (F36). */
  readonly leader: string;
}

/** Which teams get which leader by these decisions, in the order of the rows. */
export function namedLeaders(names: KnownNames, decisions: readonly Decision[]): NamedLeader[] {
  return decisions.flatMap((decision) => {
    const { row, person } = decision;
    const counts = isNewcomer(decision) || (decision.outcome === "UPDATED" && decision.leads);
    if (!counts || person.team === null || person.teamLeader === null) return [];
    return [{ row, team: names.keyOf(person.team), leader: person.teamLeader }];
  });
}

/** Tells those whose leader is not the one: a later person of the same call names another for the team. */
export function withReplacedLeaders(names: KnownNames, decisions: readonly Decision[]): readonly Decision[] {
  const leaders = namedLeaders(names, decisions);
  const last = new Map(leaders.map(({ team, leader }) => [team, leader]));
  const replaced = new Set(leaders.flatMap(({ row, team, leader }) => (last.get(team) === leader ? [] : [row])));
  if (replaced.size === 0) return decisions;
  const remark: Remark = { code: "LEADER_REPLACED", field: "teamLeader" };
  return decisions.map((decision) =>
    replaced.has(decision.row) ? { ...decision, remarks: [...decision.remarks, remark] } : decision,
  );
}

/** Of rows that say the same, the last; those who name different leaders for a team all stay. */
export const lastLeaders = (leaders: readonly NamedLeader[]): NamedLeader[] => [
  ...new Map(leaders.map((named) => [`${named.team}\n${named.leader}`, named])).values(),
];

/** Sets the leaders; of two for one team the last counts. */
export async function setTeamLeaders(
  tx: Tx,
  workspaceId: string,
  names: KnownNames,
  leaders: readonly NamedLeader[],
): Promise<void> {
  const last = new Map(leaders.map(({ team, leader }) => [team, leader]));
  await bulkUpdate(
    tx,
    Team,
    workspaceId,
    [...last].map(([team, leaderEmailKey]) => ({
      id: names.idOf("team", team) as string,
      values: { leaderEmailKey, leaderImportId: null },
    })),
  );
}
