import { In } from "typeorm";
import { addMembers } from "../groups/add-members.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { addProgramSessionMembers } from "../program-sessions/add-program-session-members.js";
import { createProgramSession } from "../program-sessions/create-program-session.js";
import { User } from "../users/user.entity.js";
import { type DemoDesk, days } from "./demo-desk.js";

/** In days from today: when sessions begin, and how long they last. */
const sessions = [
  { begins: -210, lasts: 3 },
  { begins: -95, lasts: 2 },
  { begins: -9, lasts: 28 },
  { begins: 24, lasts: 3 },
  { begins: 66, lasts: 1 },
];

/** A year of the groups: somebody runs each, and plans program sessions that its coaches teach and its learners take part in. */
export async function planSessions(desk: DemoDesk, workspaceId: string, founderId: string): Promise<void> {
  const { clock, db } = desk.app;
  const groups = await db.read.find(Group, { where: { workspaceId }, order: { nameKey: "ASC" } });
  for (const [i, group] of groups.entries()) {
    const people = await peopleOf(desk, group);
    const runner = await appoint(desk, group, founderId, people);
    if (!runner) continue;
    for (const { begins, lasts } of sessions) {
      const start = desk.today + days(begins + i * 2);
      clock.set(Math.min(start - days(30), desk.today));
      await plan(desk, group, runner, people, start, lasts);
    }
  }
  clock.set(desk.today);
}

interface People {
  coaches: User[];
  learners: User[];
  /** Addresses of those who are invited to it and have not answered. */
  invited: string[];
}

async function peopleOf({ app }: DemoDesk, { id: groupId }: Group): Promise<People> {
  const { read } = app.db;
  const members = await read.findBy(GroupMember, { groupId });
  const ids = In(members.map(({ userId }) => userId));
  const users = await read.find(User, {
    where: { id: ids, status: "ACTIVE" },
    order: { activatedAt: "ASC", email: "ASC" },
  });
  const inRole = (role: GroupRole) => {
    const those = new Set(members.flatMap((member) => (member.role === role ? [member.userId] : [])));
    return users.filter(({ id }) => those.has(id));
  };
  const promised = await read.findBy(InvitationGroup, { groupId, role: "LEARNER" });
  const waiting = { id: In(promised.map(({ invitationId }) => invitationId)), status: "PENDING" as const };
  const invitations = await read.find(Invitation, { where: waiting, order: { email: "ASC" } });
  return {
    coaches: inRole("COACH"),
    learners: inRole("LEARNER"),
    invited: invitations.map(({ email }) => email),
  };
}

/** Whoever has been there longest runs the group; one of two coaches, where there are two. */
async function appoint(
  desk: DemoDesk,
  group: Group,
  founderId: string,
  { coaches, learners }: People,
): Promise<User | null> {
  const runner = (coaches.length > 1 ? coaches : learners)[0];
  if (!runner) return null;
  desk.app.clock.set((runner.activatedAt ?? runner.createdAt).getTime() + days(4));
  const { userErrors } = await addMembers(await desk.actAs(founderId), "group", group.id, {
    userIds: [runner.id],
    roles: ["ADMINISTRATOR"],
  });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return runner;
}

async function plan(
  desk: DemoDesk,
  group: Group,
  runner: User,
  { coaches, learners, invited }: People,
  start: number,
  lasts: number,
): Promise<void> {
  const { chance, today } = desk;
  const here = (user: User) => (user.activatedAt?.getTime() ?? today) < start;
  const participants = learners.filter((user) => here(user) && chance.is(0.4)).slice(0, 14);
  if (!here(runner) || participants.length === 0) return;
  const ctx = await desk.actAs(runner.id);
  const { programSession, userErrors } = await createProgramSession(ctx, {
    groupId: group.id,
    name: `${group.name}, ${monthIn(group, start)}`,
    startsOn: dayOf(start),
    endsOn: dayOf(start + days(lasts - 1)),
  });
  if (!programSession) throw new Error(JSON.stringify(userErrors));
  const { id: programSessionId } = programSession;
  const teachers = coaches.filter(here).slice(0, chance.is(0.4) ? 2 : 1);
  const instructors = teachers.length > 0 ? teachers : [runner];
  const put = (part: "INSTRUCTOR" | "PARTICIPANT", users: User[], emails: string[] = []) =>
    addProgramSessionMembers(ctx, { programSessionId, part, userIds: users.map(({ id }) => id), emails });
  await put("INSTRUCTOR", instructors);
  // a few who are to come are on it before they have answered
  await put("PARTICIPANT", participants, start > today ? invited.slice(0, 3) : []);
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** "March 2026", in the language of the group's own name. */
function monthIn({ name }: Group, moment: number): string {
  const language = /^Nederlands/.test(name) ? "nl" : /^(Formation|Introduction à)/.test(name) ? "fr" : "en";
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(moment);
}
