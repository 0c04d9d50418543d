import type { PersonIdentityField } from "@usher/rules/person";
import type { EntityManager } from "typeorm";
import { readByKeys } from "../db/read-by-keys.js";
import { type NumberKeys, numberKeys } from "../identities/claim-numbers.js";
import { Identity } from "../identities/identity.entity.js";
import type { Sealing } from "../identities/identity-box.js";
import type { PersonRow } from "./person-row.js";

export interface RegisteredNumber {
  readonly field: PersonIdentityField;
  /** Who is registered with it: for the server alone, which says that there is somebody and never who. */
  readonly userId: string;
}

const numbers = [
  ["taxNumberKey", "identity.taxNumber"],
  ["documentKey", "identity.documentNumber"],
] as const satisfies readonly (readonly [keyof NumberKeys, PersonIdentityField])[];

/** The numbers of these rows that somebody is registered with, by row. A statement for each kind of number, none where nothing is known of identities. */
export async function readRegistered(
  from: EntityManager,
  sealing: Sealing,
  workspaceId: string,
  rows: readonly PersonRow[],
): Promise<Map<number, RegisteredNumber[]>> {
  const registered = new Map<number, RegisteredNumber[]>();
  const keyed = rows.flatMap(({ row, person: { identity } }) =>
    identity ? [{ row, keys: numberKeys(sealing, workspaceId, identity) }] : [],
  );
  for (const [property, field] of numbers) {
    const wanted = new Set(keyed.flatMap(({ keys }) => keys[property] ?? []));
    const found = await readByKeys(from, Identity, ["id", property], workspaceId, property, wanted);
    const holders = new Map(found.map((identity) => [identity[property], identity.id]));
    for (const { row, keys } of keyed) {
      const userId = keys[property] && holders.get(keys[property]);
      if (userId) registered.set(row, [...(registered.get(row) ?? []), { field, userId }]);
    }
  }
  return registered;
}
