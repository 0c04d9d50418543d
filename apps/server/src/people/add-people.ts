import { limits } from "@usher/rules/limits";
import { cleanMessage } from "@usher/rules/message";
import { can, peoplePerCall } from "@usher/rules/permissions";
import type { PersonFields } from "@usher/rules/person";
import type { AddMode, ErrorPolicy, ExistingPolicy } from "@usher/schema/adding";
import type { PersonCounts, PersonOutcome } from "@usher/schema/person";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { type CallKey, claimKey, earlierAnswer, storeAnswer } from "../idempotency/answer-once.js";
import { inputHash } from "../idempotency/input-hash.js";
import { IdentityRefused } from "../identities/identity-answer.js";
import { identityChecker } from "../identities/identity-checker.js";
import { BeyondTheHour, keepWithinTheHour, tooManyPeople } from "../invitations/hourly-limit.js";
import { isLifetime } from "../invitations/lifetime.js";
import { linkAddress } from "../links/make-links.js";
import { countDecisions } from "../onboarding/count-decisions.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { readSeats } from "../workspaces/read-seats.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { type Applied, applyPeople } from "./apply-people.js";
import { auditPeople } from "./audit-people.js";
import { callBeyondBounds, type FromSession, type IntoGroup } from "./bounds.js";
import { ChangedMeanwhile, decidedAfresh, isStale } from "./changed-meanwhile.js";
import type { CreateOptions } from "./create-people.js";
import { decidePeople } from "./decide-people.js";
import { type Decision, isNewcomer, type Remark } from "./decision.js";
import { underPolicy } from "./error-policy.js";
import { learnersOf, membersOf } from "./learners-of.js";
import { countOutcomes } from "./outcome-counts.js";
import { type PersonRow, personRows } from "./person-row.js";
import { type Creation, creationProblems, type PreparedCreation, prepareCreation } from "./prepare-creation.js";
import { putPeopleOnSession } from "./put-people-on-session.js";
import { type Known, readKnown } from "./read-known.js";
import { claimForPeople, seatPeople, takesSeat } from "./seat-people.js";
import { namedLeaders, setTeamLeaders, withReplacedLeaders } from "./team-leaders.js";

/** One call that adds people, whichever operation it came by. */
export interface AddCall {
  readonly operation: "inviteUsers" | "bulkInvite" | "createUser" | "completeRegistration";
  /** null: they are invited. */
  readonly create: Creation | null;
  readonly people: readonly PersonFields[];
  /** The program session that they are invited from, and put on; null for none. */
  readonly session: FromSession | null;
  /** The one group that they are invited to; null for whichever each of them names. */
  readonly group: IntoGroup | null;
  readonly message: string | null;
  readonly lifetimeHours: number | null;
  readonly sendMail: boolean;
  readonly createMissing: boolean;
  readonly existing: ExistingPolicy | "REFUSE";
  readonly dryRun: boolean;
  readonly errorPolicy: ErrorPolicy;
  readonly idempotencyKey: string | null;
}

/** What came of one person of the call. */
export interface AddedPerson {
  readonly index: number;
  readonly outcome: PersonOutcome;
  readonly userId: string | null;
  readonly invitationId: string | null;
  /** The whole address; only in the answer to the call that made it. */
  readonly link: string | null;
  readonly remarks: readonly Remark[];
}

export interface AddAnswer {
  readonly people: readonly AddedPerson[];
  readonly counts: PersonCounts;
  readonly userErrors: UserError[];
}

/** A call with everything that its people share. */
interface Checked {
  readonly userId: string;
  readonly workspaceId: string;
  readonly call: AddCall;
  readonly rows: readonly PersonRow[];
  readonly message: string | null;
  readonly lifetimeHours: number;
  readonly language: Workspace["defaultLanguage"];
  readonly key: CallKey | null;
  readonly creation: PreparedCreation | null;
}

type Refusal = readonly [code: UserErrorCode, field: string];

/** Ends the transaction, so that a call refused as a whole leaves nothing behind. */
class CallRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal[0]);
  }
}

/** Adds everyone of one call in one transaction, or says what would come of it. The caller has checked who may. */
export async function addPeople(
  ctx: Ctx,
  { userId, workspaceId }: { userId: string; workspaceId: string },
  call: AddCall,
): Promise<AddAnswer> {
  const message = cleanMessage(call.message ?? "");
  const refusals = callProblems(ctx, call);
  if (!message.ok) refusals.push([message.code, "message"]);
  if (refusals.length > 0 || !message.ok) return refused(ctx, refusals);
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const today = todayIn(workspace.timeZone, ctx.clock.now());
  const isRegistered = call.operation === "completeRegistration";
  const given = personRows(call.people, {
    today,
    ...(call.create && { require: [] }),
    needsIdentity: isRegistered,
    identity: identityChecker(workspace, today, { isDraft: !isRegistered }),
  });
  const { session, group } = call;
  const rows = session ? learnersOf(session, given) : group ? membersOf(group, given) : given;
  const creation = call.create && (await prepareCreation(ctx, call.create, rows, workspace, userId));
  if (creation && !("hash" in creation)) return refused(ctx, [creation]);
  const checked: Checked = {
    userId,
    workspaceId,
    call,
    rows,
    message: message.text || null,
    lifetimeHours: call.lifetimeHours ?? workspace.invitationLifetimeHours,
    language: workspace.defaultLanguage,
    key: call.idempotencyKey ? keyOf(ctx, call, call.idempotencyKey, { userId, workspaceId }) : null,
    creation,
  };
  if (call.dryRun) {
    const known = await readKnown(ctx.read, workspaceId, checked.rows, {
      sealing: ctx,
      lockUsers: false,
      adder: { actor: ctx.actor, session, group },
    });
    const decisions = await forecastSeats(ctx, checked, decide(ctx, checked, known));
    return answerWith(decisions.map((decision, index) => personOf(ctx, index, decision)));
  }
  try {
    return await addOnce(ctx, checked);
  } catch (error) {
    if (error instanceof CallRefused) return refused(ctx, [error.refusal]);
    // one person, whose number somebody else is registered with
    if (error instanceof IdentityRefused) return rejected(error);
    if (error instanceof BeyondTheHour) {
      return { ...refused(ctx, []), userErrors: [await tooManyPeople(ctx, workspaceId, error, ["people"])] };
    }
    if (isStale(error)) return refused(ctx, [["CHANGED_MEANWHILE", "people"]]);
    throw error;
  }
}

function callProblems(ctx: Ctx, call: AddCall): Refusal[] {
  const refusals: Refusal[] = [];
  if (call.people.length === 0) refusals.push(["REQUIRED", "people"]);
  if (call.people.length > peoplePerCall(ctx.actor)) refusals.push(["TOO_MANY_PEOPLE", "people"]);
  if (call.lifetimeHours !== null && !isLifetime(call.lifetimeHours)) refusals.push(["OUT_OF_RANGE", "lifetimeHours"]);
  if ((call.idempotencyKey?.length ?? 0) > limits.idempotencyKey) refusals.push(["TOO_LONG", "idempotencyKey"]);
  const { create, message, lifetimeHours } = call;
  if (call.session && call.group) refusals.push(["NOT_COMBINABLE", "groupId"]);
  refusals.push(...callBeyondBounds(ctx.actor, { mode: modeOf(call), existing: call.existing }));
  if (create === null) return refusals;
  const isSingle = call.operation === "createUser" || call.operation === "completeRegistration";
  refusals.push(...creationProblems(ctx, { create, isSingle, count: call.people.length }));
  // an account keeps neither
  if (message) refusals.push(["NOT_COMBINABLE", "message"]);
  if (lifetimeHours !== null) refusals.push(["NOT_COMBINABLE", "lifetimeHours"]);
  return refusals;
}

const modeOf = ({ create }: AddCall): AddMode => (create ? "CREATE" : "INVITE");

/** Passwords and identities are in no hash but their own: this one would let them be guessed quickly. */
function keyOf(
  { secrets }: Ctx,
  call: AddCall,
  key: string,
  { userId, workspaceId }: Pick<Checked, "userId" | "workspaceId">,
): CallKey {
  const { idempotencyKey: _, session, group, people, ...input } = call;
  const create = call.create && { ...call.create, password: null };
  const given = secrets.keyedHash(JSON.stringify(people));
  const hash = inputHash({ ...input, given, create, programSessionId: session?.id, groupId: group?.id });
  return { workspaceId, actorId: userId, operation: call.operation, key, inputHash: hash };
}

/** The earlier answer of the same key, or everything anew. */
async function addOnce(ctx: Ctx, checked: Checked): Promise<AddAnswer> {
  const { key, creation } = checked;
  const earlier = await earlierOf(ctx, key);
  if (earlier) return earlier;
  // before the transaction: hashing takes 30 ms a password
  const create = creation && (await creation.hash());
  return decidedAfresh(async () => {
    const meanwhile = await earlierOf(ctx, key);
    if (meanwhile) return meanwhile;
    const people = await ctx.tx(async (tx) => {
      if (key) await claimKey(tx, ctx, key);
      const written = await write(tx, ctx, checked, create);
      if (key) await storeAnswer(tx, key, written.people.map(withoutLink));
      await countDecisions(tx, ctx, checked.workspaceId, written.decisions);
      return written.people;
    });
    return answerWith(people);
  });
}

async function earlierOf(ctx: Ctx, key: CallKey | null): Promise<AddAnswer | null> {
  const earlier = key && (await earlierAnswer<AddedPerson[]>(ctx.read, key));
  if (earlier === "other") throw new CallRefused(["KEY_REUSED", "idempotencyKey"]);
  return earlier && answerWith(earlier.answer);
}

interface WrittenCall {
  decisions: readonly Decision[];
  people: AddedPerson[];
}

async function write(tx: Tx, ctx: Ctx, checked: Checked, create: CreateOptions | null): Promise<WrittenCall> {
  const { workspaceId, userId, call } = checked;
  const isChanging = call.existing === "FILL_EMPTY" || call.existing === "UPDATE";
  if (call.session) await mustBeThere(tx, workspaceId, call.session);
  const programSessionId = call.session?.id ?? null;
  const isRegistering = call.operation === "completeRegistration";
  const sealing = isRegistering ? null : ctx;
  const adder = { actor: ctx.actor, session: call.session, group: call.group };
  const known = await readKnown(tx, workspaceId, checked.rows, { sealing, lockUsers: isChanging, adder });
  if (call.group && known.names.idOf("group", call.group.name) !== call.group.id) {
    throw new ChangedMeanwhile("the group is gone, or called otherwise");
  }
  const decided = decide(ctx, checked, known);
  await withinTheHour(tx, ctx, checked, decided);
  const decisions =
    create && takesSeat(create.credential) ? await claimForPeople(tx, workspaceId, decided, call.errorPolicy) : decided;
  const applied = await applyPeople(tx, ctx, known, decisions, {
    workspaceId,
    inviterId: userId,
    language: checked.language,
    message: checked.message,
    lifetimeHours: checked.lifetimeHours,
    sendMail: call.sendMail,
    showLinks: true,
    importId: null,
    programSessionId,
    create,
    registeredById: isRegistering ? userId : null,
  });
  if (programSessionId)
    await putPeopleOnSession(tx, ctx, { workspaceId, programSessionId, addedById: userId }, decisions);
  await setTeamLeaders(tx, workspaceId, known.names, namedLeaders(known.names, decisions));
  await auditPeople(tx, ctx, workspaceId, { kind: "user", userId }, decisions);
  const people = decisions.map((decision, index) => personOf(ctx, index, decision, applied[index]));
  return { decisions, people };
}

/** It may have been deleted, merged or moved to another group since it was found. */
async function mustBeThere(tx: Tx, workspaceId: string, { id, groupId }: FromSession): Promise<void> {
  const isThere = await tx.existsBy(ProgramSession, { id, workspaceId, groupId });
  if (!isThere) throw new ChangedMeanwhile("the program session is gone, or another group's");
}

function decide(ctx: Ctx, { call, rows }: Checked, known: Known): readonly Decision[] {
  const decisions = decidePeople(known, rows, {
    actor: ctx.actor,
    session: call.session,
    group: call.group,
    mode: modeOf(call),
    existing: call.existing,
    createMissing: call.createMissing,
    now: ctx.clock.now(),
  });
  return withReplacedLeaders(known.names, underPolicy(decisions, call.errorPolicy));
}

/** Who would find no seat, if nobody else took one meanwhile. */
async function forecastSeats(
  ctx: Ctx,
  { call, creation, workspaceId }: Checked,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  if (!creation || !takesSeat(creation.credential)) return decisions;
  const { free } = await readSeats(ctx, workspaceId);
  return underPolicy(seatPeople(decisions, free ?? Infinity), call.errorPolicy);
}

/** Refuses the call when it would add more than its maker may in an hour (F55). */
async function withinTheHour(
  tx: Tx,
  ctx: Ctx,
  { workspaceId, userId }: Checked,
  decisions: readonly Decision[],
): Promise<void> {
  if (can.bulkInvite(ctx.actor)) return;
  const added = decisions.filter(isNewcomer).length;
  if (added > 0) await keepWithinTheHour(tx, ctx, workspaceId, userId, added);
}

/** `applied` is absent where nothing is written: what was found is answered all the same. */
function personOf(ctx: Ctx, index: number, decision: Decision, applied?: Applied): AddedPerson {
  const { outcome, remarks } = decision;
  const found = outcome === "UNCHANGED" ? decision : null;
  const user = outcome === "UPDATED" || outcome === "ADDED_TO_GROUPS" ? decision.user : found?.user;
  const purpose = outcome === "CREATED" ? "ACTIVATION" : "INVITATION";
  return {
    index,
    outcome,
    userId: applied?.userId ?? user?.id ?? null,
    invitationId: applied?.invitationId ?? found?.invitation?.id ?? null,
    link: applied?.secret ? linkAddress(ctx, purpose, applied.secret) : null,
    remarks,
  };
}

const withoutLink = (person: AddedPerson): AddedPerson => ({ ...person, link: null });

const answerWith = (people: readonly AddedPerson[]): AddAnswer => ({
  people,
  counts: countOutcomes(people.map(({ outcome }) => outcome)),
  userErrors: [],
});

/** The one person of a call whose identity somebody else has. */
function rejected({ refusals }: IdentityRefused): AddAnswer {
  const remarks = refusals.map(([code, path]): Remark => ({ code, field: path.join(".") as Remark["field"] }));
  return answerWith([{ index: 0, outcome: "REJECTED", userId: null, invitationId: null, link: null, remarks }]);
}

const refused = (ctx: Ctx, refusals: readonly Refusal[]): AddAnswer => ({
  people: [],
  counts: countOutcomes([]),
  userErrors: refusals.map(([code, field]) => userError(ctx.language, code, [field])),
});
