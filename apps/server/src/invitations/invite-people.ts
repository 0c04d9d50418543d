import { limits } from "@usher/rules/limits";
import { cleanMessage } from "@usher/rules/message";
import { can, peoplePerCall } from "@usher/rules/permissions";
import type { PersonFields } from "@usher/rules/person";
import type { ErrorPolicy, ExistingPolicy } from "@usher/schema/adding";
import type { PersonCounts, PersonOutcome } from "@usher/schema/person";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { type CallKey, claimKey, earlierAnswer, storeAnswer } from "../idempotency/answer-once.js";
import { inputHash } from "../idempotency/input-hash.js";
import { linkAddress } from "../links/make-links.js";
import { type Applied, applyPeople } from "../people/apply-people.js";
import { auditPeople } from "../people/audit-people.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import { decidePeople } from "../people/decide-people.js";
import { type Decision, isRejected, type Remark } from "../people/decision.js";
import { countOutcomes } from "../people/outcome-counts.js";
import { type PersonRow, personRows } from "../people/person-row.js";
import { type Known, readKnown } from "../people/read-known.js";
import { namedLeaders, setTeamLeaders } from "../people/team-leaders.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { roomThisHour } from "./hourly-limit.js";
import { isLifetime } from "./lifetime.js";

/** One call that invites people, whichever operation it came by. */
export interface InviteCall {
  readonly operation: "inviteUsers" | "bulkInvite";
  readonly people: readonly PersonFields[];
  readonly message: string | null;
  readonly lifetimeHours: number | null;
  readonly sendMail: boolean;
  readonly createMissing: boolean;
  readonly existing: ExistingPolicy;
  readonly dryRun: boolean;
  readonly errorPolicy: ErrorPolicy;
  readonly idempotencyKey: string | null;
}

/** What came of one person of the call. */
export interface InvitedPerson {
  readonly index: number;
  readonly outcome: PersonOutcome;
  readonly userId: string | null;
  readonly invitationId: string | null;
  /** The whole address; only in the answer to the call that made it. */
  readonly link: string | null;
  readonly remarks: readonly Remark[];
}

export interface InviteAnswer {
  readonly people: readonly InvitedPerson[];
  readonly counts: PersonCounts;
  readonly userErrors: UserError[];
}

/** A call with everything that its people share. */
interface Checked {
  readonly userId: string;
  readonly workspaceId: string;
  readonly call: InviteCall;
  readonly rows: readonly PersonRow[];
  readonly message: string | null;
  readonly lifetimeHours: number;
  readonly language: Workspace["defaultLanguage"];
  readonly key: CallKey | null;
}

type Refusal = readonly [code: UserErrorCode, field: keyof InviteCall];

/** Ends the transaction, so that a call refused as a whole leaves nothing behind. */
class CallRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal[0]);
  }
}

/** Invites everyone of one call in one transaction, or says what would come of it. The caller has checked who may. */
export async function invitePeople(
  ctx: Ctx,
  { userId, workspaceId }: { userId: string; workspaceId: string },
  call: InviteCall,
): Promise<InviteAnswer> {
  const message = cleanMessage(call.message ?? "");
  const refusals = callProblems(ctx, call);
  if (!message.ok) refusals.push([message.code, "message"]);
  if (refusals.length > 0 || !message.ok) return refused(ctx, refusals);
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const { idempotencyKey, ...input } = call;
  const checked: Checked = {
    userId,
    workspaceId,
    call,
    rows: personRows(call.people, { today: todayIn(workspace.timeZone, ctx.clock.now()) }),
    message: message.text || null,
    lifetimeHours: call.lifetimeHours ?? workspace.invitationLifetimeHours,
    language: workspace.defaultLanguage,
    key: idempotencyKey
      ? { workspaceId, actorId: userId, operation: call.operation, key: idempotencyKey, inputHash: inputHash(input) }
      : null,
  };
  if (call.dryRun) {
    const known = await readKnown(ctx.read, workspaceId, checked.rows, { lockUsers: false });
    return answerWith(decide(ctx, checked, known).map((decision, index) => personOf(ctx, index, decision)));
  }
  try {
    return await decidedAfresh(() => inviteOnce(ctx, checked));
  } catch (error) {
    if (error instanceof CallRefused) return refused(ctx, [error.refusal]);
    if (isStale(error)) return refused(ctx, [["CHANGED_MEANWHILE", "people"]]);
    throw error;
  }
}

function callProblems(ctx: Ctx, call: InviteCall): Refusal[] {
  const refusals: Refusal[] = [];
  if (call.people.length === 0) refusals.push(["REQUIRED", "people"]);
  if (call.people.length > peoplePerCall(ctx.actor)) refusals.push(["TOO_MANY_PEOPLE", "people"]);
  if (call.lifetimeHours !== null && !isLifetime(call.lifetimeHours)) refusals.push(["OUT_OF_RANGE", "lifetimeHours"]);
  if ((call.idempotencyKey?.length ?? 0) > limits.idempotencyKey) refusals.push(["TOO_LONG", "idempotencyKey"]);
  return refusals;
}

/** One try: the earlier answer of the same key, or everything anew. */
async function inviteOnce(ctx: Ctx, checked: Checked): Promise<InviteAnswer> {
  const { key } = checked;
  const earlier = key && (await earlierAnswer<InvitedPerson[]>(ctx.read, key));
  if (earlier === "other") throw new CallRefused(["KEY_REUSED", "idempotencyKey"]);
  if (earlier) return answerWith(earlier.answer);
  const people = await ctx.tx(async (tx) => {
    if (key) await claimKey(tx, ctx, key);
    const written = await write(tx, ctx, checked);
    if (key) await storeAnswer(tx, key, written.map(withoutLink));
    return written;
  });
  return answerWith(people);
}

async function write(tx: Tx, ctx: Ctx, checked: Checked): Promise<InvitedPerson[]> {
  const { workspaceId, userId, call } = checked;
  const lockUsers = call.existing !== "LEAVE";
  const known = await readKnown(tx, workspaceId, checked.rows, { lockUsers });
  const decisions = decide(ctx, checked, known);
  await withinTheHour(tx, ctx, checked, decisions);
  const applied = await applyPeople(tx, ctx, known, decisions, {
    workspaceId,
    inviterId: userId,
    language: checked.language,
    message: checked.message,
    lifetimeHours: checked.lifetimeHours,
    sendMail: call.sendMail,
    showLinks: true,
    importId: null,
  });
  await setTeamLeaders(tx, workspaceId, known.names, namedLeaders(known.names, decisions));
  await auditPeople(tx, ctx, workspaceId, { kind: "user", userId }, decisions);
  return decisions.map((decision, index) => personOf(ctx, index, decision, applied[index]));
}

function decide(ctx: Ctx, { call, rows }: Checked, known: Known): Decision[] {
  const decisions = decidePeople(known, rows, {
    actor: ctx.actor,
    existing: call.existing,
    createMissing: call.createMissing,
    now: ctx.clock.now(),
  });
  if (call.errorPolicy === "REJECT_FAILED_ROWS" || !decisions.some(isRejected)) return decisions;
  return decisions.map((decision) =>
    isRejected(decision)
      ? decision
      : {
          row: decision.row,
          person: decision.person,
          outcome: "REJECTED",
          remarks: [{ code: "NOT_ATTEMPTED", field: null }],
        },
  );
}

/** Refuses the call when it would invite more than its maker may in an hour (F55). */
async function withinTheHour(tx: Tx, ctx: Ctx, { workspaceId, userId }: Checked, decisions: Decision[]): Promise<void> {
  if (can.bulkInvite(ctx.actor)) return;
  const invited = decisions.filter(({ outcome }) => outcome === "INVITED").length;
  if (invited > 0 && invited > (await roomThisHour(tx, ctx, workspaceId, userId))) {
    throw new CallRefused(["TOO_MANY_PEOPLE", "people"]);
  }
}

/** `applied` is absent where nothing is written: what was found is answered all the same. */
function personOf(ctx: Ctx, index: number, decision: Decision, applied?: Applied): InvitedPerson {
  const { outcome, remarks } = decision;
  const found = outcome === "UNCHANGED" ? decision : null;
  const user = outcome === "UPDATED" || outcome === "ADDED_TO_GROUPS" ? decision.user : found?.user;
  return {
    index,
    outcome,
    userId: user?.id ?? null,
    invitationId: applied?.invitationId ?? found?.invitation?.id ?? null,
    link: applied?.secret ? linkAddress(ctx, "INVITATION", applied.secret) : null,
    remarks,
  };
}

const withoutLink = (person: InvitedPerson): InvitedPerson => ({ ...person, link: null });

const answerWith = (people: readonly InvitedPerson[]): InviteAnswer => ({
  people,
  counts: countOutcomes(people.map(({ outcome }) => outcome)),
  userErrors: [],
});

const refused = (ctx: Ctx, refusals: readonly Refusal[]): InviteAnswer => ({
  people: [],
  counts: countOutcomes([]),
  userErrors: refusals.map(([code, field]) => userError(ctx.language, code, [field])),
});
