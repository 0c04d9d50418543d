import { can } from "@usher/rules/permissions";
import type { AddMembersPayload } from "@usher/schema/members";
import type { AddProgramSessionMembersInput } from "@usher/schema/program-session";
import type { UserError } from "@usher/schema/user-error";
import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { type DecidedPerson, memberResults, refuseMembers } from "../groups/member-results.js";
import { checkNumbers, findNamed, type NamedPerson } from "../groups/named-people.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import type { HeldUser } from "../users/hold-users.js";
import { becomeLearners } from "./become-learners.js";
import { findProgramSession } from "./find-program-session.js";
import { holdSessions } from "./hold-sessions.js";
import type { ProgramSession } from "./program-session.entity.js";
import type { SessionPart } from "./program-session-member.entity.js";
import { keyOf, type Placed, putOnSession, whoIsOn } from "./put-on-session.js";
import { sessionFacts } from "./session-facts.js";
import { vouchForPlaces } from "./vouch-for-places.js";

/**
 * Puts people on a session: participants become learners of its group unless they are something in it already, and are told; an address without
 * an account is awaited. Who cannot be put there keeps nobody else out (F7, F51).
 */
export async function addProgramSessionMembers(
  ctx: Ctx,
  input: AddProgramSessionMembersInput,
): Promise<AddMembersPayload> {
  const session = await findProgramSession(ctx, input.programSessionId);
  const mayInvite = can.inviteFrom(ctx.actor, await sessionFacts(ctx, session));
  const mayManage = can.manageSessions(ctx.actor, session.groupId);
  require(ctx, mayManage ||
    mayInvite, "being an administrator, or administrator of the group, or its coach and an instructor");
  const problems = [...checkNumbers(ctx, input), ...(mayManage ? [] : beyondInviting(ctx, input))];
  if (problems.length > 0) return refuseMembers(problems);
  try {
    const decided = await decidedAfresh(() => ctx.tx((tx) => add(tx, ctx, session, input)));
    return await memberResults(ctx, decided);
  } catch (error) {
    if (isStale(error)) return refuseMembers([userError(ctx.language, "CHANGED_MEANWHILE")]);
    throw error;
  }
}

/** Who only invites from a session brings participants, and knows them by their addresses (F7). */
function beyondInviting({ language }: Ctx, { part, userIds }: AddProgramSessionMembersInput): UserError[] {
  return [
    ...(part === "PARTICIPANT" ? [] : [userError(language, "NOT_ALLOWED", ["part"])]),
    ...(userIds?.length ? [userError(language, "NOT_ALLOWED", ["userIds"])] : []),
  ];
}

async function add(
  tx: Tx,
  ctx: Ctx,
  { id: programSessionId, workspaceId }: ProgramSession,
  { part, ...people }: AddProgramSessionMembersInput,
): Promise<DecidedPerson[]> {
  const [session] = await holdSessions(tx, workspaceId, [programSessionId]);
  if (!session) throw notFound("program session");
  const named = await findNamed(tx, ctx.actor, workspaceId, people);
  const isOn = await whoIsOn(
    tx,
    { programSessionId, part },
    named.flatMap((person) => placedOf(person) ?? []),
  );
  const isLearning = part === "PARTICIPANT" ? await whoIsIn(tx, session.groupId, named) : null;
  const decided = named.map((person) => decide(ctx, person, isOn, isLearning));
  const addedById = ctx.actor.userId as string;
  const place = { workspaceId, programSessionId, part, addedById };
  const placed = decided.filter(({ outcome }) => outcome === "ADDED" || outcome === "AWAITED");
  await putOnSession(
    tx,
    ctx,
    place,
    placed.flatMap(({ person }) => placedOf(person) ?? []),
  );
  const awaited = decided.flatMap(({ person: { user, address }, outcome }) =>
    outcome === "UNCHANGED" && !user && address ? [address.key] : [],
  );
  await vouchForPlaces(tx, place, awaited);
  const users = placed.flatMap(({ person }) => person.user ?? []);
  await record(tx, ctx, session, part, { count: placed.length, awaited: placed.length - users.length });
  if (part === "PARTICIPANT") await teach(tx, ctx, session, users);
  return decided;
}

/** null for what is no address. */
function placedOf({ user, address }: NamedPerson): Placed | null {
  if (user) return { userId: user.id };
  return address && { email: address.email, emailKey: address.key };
}

async function whoIsIn(tx: Tx, groupId: string, named: readonly NamedPerson[]): Promise<Set<string>> {
  const userIds = named.flatMap(({ user }) => user?.id ?? []);
  return new Set((await tx.findBy(GroupMember, { groupId, userId: In(userIds) })).map(({ userId }) => userId));
}

function decide(ctx: Ctx, person: NamedPerson, isOn: Set<string>, isIn: Set<string> | null): DecidedPerson {
  const { user, problem } = person;
  const reject = (code: DecidedPerson["code"]) => ({ person, outcome: "REJECTED", code }) as const;
  const placed = placedOf(person);
  if (problem || !placed) return reject(problem ?? "EMAIL_MALFORMED");
  if (isOn.has(keyOf(placed))) return { person, outcome: "UNCHANGED" };
  if (!user) return { person, outcome: "AWAITED" };
  if (user.status === "DEACTIVATED") return reject("USER_CLOSED");
  const isFounder = user.userType === "FOUNDER";
  const gainsRole = isIn !== null && !isIn.has(user.id);
  // nobody else touches the founder's account (F53)
  if (isFounder && gainsRole && !can.changeUser(ctx.actor, { isFounder })) return reject("NOT_THE_FOUNDER");
  return { person, outcome: "ADDED" };
}

async function record(
  tx: Tx,
  ctx: Ctx,
  { id: subject, workspaceId }: ProgramSession,
  part: SessionPart,
  counts: { count: number; awaited: number },
): Promise<void> {
  if (counts.count === 0) return;
  const event = { type: "program_session_members_added", subject, part, ...counts } as const;
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId: ctx.actor.userId }, [event]);
}

/** Participants learn in the group; who was nothing in it is told that they are in it now. */
async function teach(
  tx: Tx,
  ctx: Ctx,
  { groupId, workspaceId }: ProgramSession,
  users: readonly HeldUser[],
): Promise<void> {
  const learners = await becomeLearners(tx, ctx, workspaceId, groupId, users);
  const told = users.filter(({ id, status }) => status === "ACTIVE" && learners.has(id));
  await enqueueMail(
    tx,
    ctx,
    told.flatMap((user) => addedToGroupsMail({ ...user, workspaceId })),
  );
  const fields = [`LEARNER in ${groupId}`];
  const events = [...learners].map((subject) => ({ type: "user_updated" as const, subject, fields }));
  await recordAudits(tx, ctx, workspaceId, { kind: "user", userId: ctx.actor.userId }, events);
}
