import type { ErrorPolicy } from "@usher/schema/adding";
import type { Credential } from "@usher/schema/credential";
import type { Tx } from "../db/transaction.js";
import { holdSeats } from "../workspaces/hold-seats.js";
import type { Decision } from "./decision.js";
import { underPolicy } from "./error-policy.js";

/** Who is created with a password takes a seat at once; with a link, when they activate (F66). */
export const takesSeat = (credential: Credential): boolean => credential !== "ACTIVATION_LINK";

/** Gives the free seats to the first who are created; the others are refused. Pure. */
export function seatPeople(decisions: readonly Decision[], free: number): readonly Decision[] {
  let left = free;
  return decisions.map((decision) => {
    if (decision.outcome !== "CREATED" || left-- > 0) return decision;
    const { row, person } = decision;
    return { row, person, outcome: "REJECTED", remarks: [{ code: "SEAT_LIMIT_REACHED", field: null }] };
  });
}

/** The same with seats that are taken now, before anything else is written: everybody locks in the same order. */
export async function claimForPeople(
  tx: Tx,
  workspaceId: string,
  decisions: readonly Decision[],
  policy: ErrorPolicy,
): Promise<readonly Decision[]> {
  const seats = await holdSeats(tx, workspaceId);
  const seated = underPolicy(seatPeople(decisions, seats.free), policy);
  await seats.move(seated.filter(({ outcome }) => outcome === "CREATED").length);
  return seated;
}
