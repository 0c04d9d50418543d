import { recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { holdSessions } from "../program-sessions/hold-sessions.js";
import { keyOf, type Placed, putOnSession, whoIsOn } from "../program-sessions/put-on-session.js";
import { vouchForPlaces } from "../program-sessions/vouch-for-places.js";
import type { Decision } from "./decision.js";

interface Place {
  workspaceId: string;
  programSessionId: string;
  addedById: string;
}

/** Whoever was invited from the program session takes part in it: by address until there is an account, also who was invited before (F7). */
export async function putPeopleOnSession(
  tx: Tx,
  app: Pick<App, "clock">,
  { workspaceId, programSessionId, addedById }: Place,
  decisions: readonly Decision[],
): Promise<void> {
  const part = "PARTICIPANT";
  await holdSessions(tx, workspaceId, [programSessionId]);
  const people = decisions.flatMap(placedBy);
  const isOn = await whoIsOn(tx, { programSessionId, part }, people);
  const added = people.filter((person) => !isOn.has(keyOf(person)));
  const awaitedBefore = people.flatMap((person) =>
    "emailKey" in person && isOn.has(person.emailKey) ? [person.emailKey] : [],
  );
  await vouchForPlaces(tx, { workspaceId, programSessionId, part, addedById }, awaitedBefore);
  if (added.length === 0) return;
  await putOnSession(tx, app, { workspaceId, programSessionId, part, addedById }, added);
  const awaited = added.filter((person) => "emailKey" in person).length;
  const event = { type: "program_session_members_added", subject: programSessionId, part } as const;
  const actor = { kind: "user", userId: addedById } as const;
  await recordAudit(tx, app, workspaceId, actor, { ...event, count: added.length, awaited });
}

function placedBy(decision: Decision): Placed[] {
  switch (decision.outcome) {
    case "INVITED":
      return [addressOf(decision.person)];
    case "ADDED_TO_GROUPS":
    case "UPDATED":
      return [{ userId: decision.user.id }];
    case "UNCHANGED":
      // the account will have the invitation's address, whatever the person was found by
      return decision.invitation ? [addressOf(decision.invitation)] : [];
    default:
      return [];
  }
}

const addressOf = ({ email, emailKey }: { email: string | null; emailKey: string | null }): Placed => ({
  email: email as string,
  emailKey: emailKey as string,
});
