import { bareNumber } from "@usher/rules/clean-number";
import type { Identity as Values } from "@usher/rules/identity";
import type { IdentityField } from "@usher/rules/identity-fields";
import { Not } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { User } from "../users/user.entity.js";
import type { IdentityRefusal } from "./given-identity.js";
import { Identity } from "./identity.entity.js";
import { IdentityRefused } from "./identity-answer.js";

export type NumberKeys = Pick<Identity, "taxNumberKey" | "documentKey">;

/**
 * The keyed hashes of the numbers that one person alone has. Rejects with IdentityRefused when somebody else is registered with
 * one of them: it is said that there is somebody, never who.
 */
export async function claimNumbers(
  tx: Tx,
  app: Pick<App, "secrets">,
  { id, workspaceId }: Pick<User, "id" | "workspaceId">,
  values: Values,
): Promise<NumberKeys> {
  const keys = numberKeys(app, workspaceId, values);
  const others = { workspaceId, id: Not(id) };
  const refusals: IdentityRefusal[] = [];
  if (keys.taxNumberKey && (await tx.existsBy(Identity, { ...others, taxNumberKey: keys.taxNumberKey }))) {
    refusals.push(["ALREADY_REGISTERED", ["identity", "taxNumber"]]);
  }
  if (keys.documentKey && (await tx.existsBy(Identity, { ...others, documentKey: keys.documentKey }))) {
    refusals.push(["ALREADY_REGISTERED", ["identity", "documentNumber"]]);
  }
  if (refusals.length > 0) throw new IdentityRefused(refusals);
  return keys;
}

/** Of the numbers that are claimed, those that still stand in it: what was changed meanwhile is nobody's number any more. */
export function stillClaimed(
  app: Pick<App, "secrets">,
  { workspaceId, taxNumberKey, documentKey }: Identity,
  values: Values,
): NumberKeys {
  const keys = numberKeys(app, workspaceId, values);
  return {
    taxNumberKey: taxNumberKey === keys.taxNumberKey ? taxNumberKey : null,
    documentKey: documentKey === keys.documentKey ? documentKey : null,
  };
}

/** What is rejected is nobody's number any more: whoever it belongs to may be registered with it. */
export function releasedNumbers(rejected: readonly IdentityField[]): Partial<NumberKeys> {
  const isAny = (...fields: IdentityField[]) => fields.some((field) => rejected.includes(field));
  return {
    ...(isAny("taxNumber", "country") && { taxNumberKey: null }),
    ...(isAny("documentNumber", "documentKind", "nationality") && { documentKey: null }),
  };
}

/** The keyed hashes of both numbers; null for what is not given. A number is the same however it is spaced and dotted; each workspace, country and kind of document has numbers of its own. */
export function numberKeys({ secrets }: Pick<App, "secrets">, workspaceId: string, values: Values): NumberKeys {
  const { taxNumber, country, documentKind, documentNumber, nationality } = values;
  const keyOf = (about: string, of: string | null, number: string | null) =>
    number === null ? null : secrets.keyedHash(`${workspaceId} ${about} ${of ?? ""} ${bareNumber(number)}`);
  return {
    taxNumberKey: keyOf("tax number", country, taxNumber),
    documentKey: keyOf(`document ${documentKind ?? ""}`, nationality, documentNumber),
  };
}
