import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { type Placed, putOnSession } from "../program-sessions/put-on-session.js";
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
  place: Place,
  decisions: readonly Decision[],
): Promise<void> {
  await putOnSession(tx, app, { ...place, part: "PARTICIPANT" }, decisions.flatMap(placedBy));
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
