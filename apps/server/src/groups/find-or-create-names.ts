import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import { sortKey } from "../db/sort-key.js";
import type { Tx } from "../db/transaction.js";
import { Company } from "./company.entity.js";
import { Group } from "./group.entity.js";
import { Label } from "./label.entity.js";
import { Team } from "./team.entity.js";

const kinds = ["company", "group", "team", "label"] as const;

/** What people name instead of pointing at it. */
export type NamedKind = (typeof kinds)[number];

type ByKind<T> = Record<NamedKind, T>;

const byKind = <T>(make: (kind: NamedKind) => T): ByKind<T> => ({
  company: make("company"),
  group: make("group"),
  team: make("team"),
  label: make("label"),
});

/** Which companies, groups, teams and labels are behind the names of a batch. Names are the same whatever their case and accents. */
export class KnownNames {
  readonly #keys = new Map<string, string>();
  readonly #ids = byKind(() => new Map<string, string>());
  /** Whether nothing that was looked up is missing. */
  isComplete = true;
  /** By the team's key: whose address leads it. */
  readonly leaders = new Map<string, string | null>();

  keyOf(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = sortKey(name);
    this.#keys.set(name, key);
    return key;
  }

  idOf(kind: NamedKind, name: string): string | undefined {
    return this.#ids[kind].get(this.keyOf(name));
  }

  add(kind: NamedKind, key: string, id: string): void {
    this.#ids[kind].set(key, id);
  }
}

/** Names as someone wrote them, by what they are to name. */
export type WantedNames = ByKind<Set<string>>;

export const wantNothing = (): WantedNames => byKind(() => new Set());

/** Looks up all names of a batch: one query for each kind that is named at all. */
export async function findNames(from: EntityManager, workspaceId: string, wanted: WantedNames): Promise<KnownNames> {
  const names = new KnownNames();
  const keysOf = (kind: NamedKind) => new Set([...wanted[kind]].map((name) => names.keyOf(name)));
  const read = async (kind: Exclude<NamedKind, "team">, target: typeof Company | typeof Group | typeof Label) => {
    const rows = await readByKeys(from, target, ["id", "nameKey"], workspaceId, "nameKey", keysOf(kind));
    for (const { id, nameKey } of rows) names.add(kind, nameKey, id);
  };
  await read("company", Company);
  await read("group", Group);
  await read("label", Label);
  const teams = await readByKeys(
    from,
    Team,
    ["id", "nameKey", "leaderEmailKey"],
    workspaceId,
    "nameKey",
    keysOf("team"),
  );
  for (const { id, nameKey, leaderEmailKey } of teams) {
    names.add("team", nameKey, id);
    names.leaders.set(nameKey, leaderEmailKey);
  }
  names.isComplete = !isMissing(names, wanted);
  return names;
}

/**
 * Makes what is wanted and not known, and makes it known. Rejects with a key conflict when somebody else made the same
 * name meanwhile.
 */
export async function createNames(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  names: KnownNames,
  wanted: WantedNames,
): Promise<void> {
  if (names.isComplete) return;
  const createdAt = app.clock.now();
  const missing = (kind: NamedKind) => {
    const rows = new Map<string, { id: string; workspaceId: string; name: string; nameKey: string; createdAt: Date }>();
    for (const name of wanted[kind]) {
      const nameKey = names.keyOf(name);
      if (names.idOf(kind, name) || rows.has(nameKey)) continue;
      rows.set(nameKey, { id: newId(), workspaceId, name, nameKey, createdAt });
    }
    // in the order of their keys, so that two who make the same names meet at the first and not in a deadlock
    return [...rows.values()].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
  };
  const made = byKind(missing);
  await bulkInsert(tx, Company, made.company);
  await bulkInsert(tx, Group, made.group);
  await bulkInsert(
    tx,
    Team,
    made.team.map((team) => ({ ...team, leaderEmailKey: null, leaderImportId: null })),
  );
  await bulkInsert(tx, Label, made.label);
  for (const kind of kinds) for (const { nameKey, id } of made[kind]) names.add(kind, nameKey, id);
}

/** Whether anything wanted is not known. */
export function isMissing(names: KnownNames, wanted: WantedNames): boolean {
  return kinds.some((kind) => [...wanted[kind]].some((name) => names.idOf(kind, name) === undefined));
}
