import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember, type SessionPart } from "../program-sessions/program-session-member.entity.js";
import { Task } from "../tasks/task.entity.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { someUsers } from "../testing/some-users.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "../users/user.entity.js";
import { GroupMember } from "./group-member.entity.js";
import { columnOf, type PersonalKind, tableOf } from "./name-kinds.js";

describe("deleting companies, groups, teams and labels (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let founderId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId, id: founderId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const remove = (operation: string, input: Record<string, unknown>) =>
    founder.change(operation, input, "affected task { id total }");
  const ended = (id: string) =>
    until(
      () => test.app.db.read.findOneByOrFail(Task, { id }),
      ({ state }) => state !== "RUNNING",
    );

  it.each<[PersonalKind, string]>([
    ["company", "deleteCompanies"],
    ["team", "deleteTeams"],
    ["label", "deleteLabels"],
  ])("leaves the people, without a %s, few at once and many in the background", async (kind, operation) => {
    const { property } = columnOf[kind];
    for (const count of [3, 620]) {
      const row = await aName(test.app, kind, { workspaceId, name: `Gone ${count}` });
      await someUsers(test.app, count, { workspaceId, [property]: row.id });
      const payload = await remove(operation, { [`${kind}Ids`]: [row.id] });
      if (count === 3) expect(payload).toEqual({ affected: 3, task: null, userErrors: [] });
      else expect(await ended(payload.task.id)).toMatchObject({ state: "DONE", done: 620, total: 620 });
      expect(await test.app.db.read.countBy(User, { [property]: row.id })).toBe(0);
      expect(await test.app.db.read.existsBy(tableOf[kind], { id: row.id } as never)).toBe(false);
    }
    const events = await test.app.db.read.findBy(AuditEventRow, { type: "names_deleted" });
    expect(events.filter(({ details }) => details.kind === kind)).toHaveLength(2);
    // the name is free again
    expect((await aName(test.app, kind, { workspaceId, name: "Gone 3" })).name).toBe("Gone 3");
  });

  it.each([3, 620])(
    "takes a group's program sessions along, and what invitations promised: %i people",
    async (count) => {
      const [gone, stays] = await Promise.all(
        ["Gone", "Stays"].map((name) => aName(test.app, "group", { workspaceId, name: `${name} ${count}` })),
      );
      if (!gone || !stays) throw new Error("not made");
      const learners = await someUsers(test.app, count, { workspaceId });
      const [coach] = (await someUsers(test.app, 1, { workspaceId })) as [User];
      await inGroup(test.app, gone, learners, ["LEARNER"]);
      await inGroup(test.app, stays, learners.slice(0, 2), ["LEARNER"]);
      const [itsSession, otherSession] = [aSession(gone.id), aSession(stays.id)];
      const place = (session: ProgramSession, part: SessionPart, who: { userId?: string; email?: string }) => ({
        id: newId(),
        workspaceId,
        programSessionId: session.id,
        part,
        userId: who.userId ?? null,
        email: who.email ?? null,
        emailKey: who.email ?? null,
        addedById: founderId,
        createdAt: test.clock.now(),
      });
      const { invitation, token } = await anInvitationLink(test.app, {
        workspaceId,
        email: `late${count}@x.org`,
        inviterId: founderId,
      });
      const promise = { workspaceId, invitationId: invitation.id, role: "LEARNER" as const };
      await test.app.db.tx(async (tx) => {
        await bulkInsert(tx, ProgramSession, [itsSession, otherSession]);
        await bulkInsert(tx, ProgramSessionMember, [
          ...learners.map(({ id }) => place(itsSession, "PARTICIPANT", { userId: id })),
          place(itsSession, "INSTRUCTOR", { userId: coach.id }),
          place(itsSession, "PARTICIPANT", { email: "awaited@x.org" }),
          place(otherSession, "PARTICIPANT", { userId: learners[0]?.id as string }),
          place(otherSession, "PARTICIPANT", { email: "awaited@x.org" }),
        ]);
        await bulkInsert(tx, InvitationGroup, [
          { ...promise, groupId: gone.id },
          { ...promise, groupId: stays.id },
        ]);
      });
      const payload = await remove("deleteGroups", { groupIds: [gone.id] });
      if (count === 3) expect(payload).toEqual({ affected: 3, task: null, userErrors: [] });
      else expect(await ended(payload.task.id)).toMatchObject({ state: "DONE", done: 620, total: 620 });
      const { read } = test.app.db;
      expect(await read.countBy(GroupMember, { groupId: gone.id })).toBe(0);
      expect(await read.countBy(GroupMember, { groupId: stays.id })).toBe(2);
      expect(await read.countBy(ProgramSession, { id: itsSession.id })).toBe(0);
      expect(await read.countBy(ProgramSessionMember, { programSessionId: itsSession.id })).toBe(0);
      expect(await read.countBy(ProgramSessionMember, { programSessionId: otherSession.id })).toBe(2);
      expect(await read.countBy(User, { id: coach.id })).toBe(1);
      expect(await read.findBy(InvitationGroup, { invitationId: invitation.id })).toEqual([
        { ...promise, groupId: stays.id },
      ]);
      const form = { firstName: "Late", lastName: "Maes", username: `late${count}`, password: "quiet orange harbour" };
      const browser = new Browser(test);
      await browser.change("acceptInvitation", { token, ...form });
      const { data } = await browser.ask("{ viewer { user { groups { group { name } } } } }");
      expect(data.viewer.user.groups).toEqual([{ group: { name: stays.name } }]);
    },
  );

  const aSession = (groupId: string): ProgramSession => ({
    id: newId(),
    workspaceId,
    groupId,
    name: "Spring",
    nameKey: "spring",
    startsOn: "2027-03-01",
    endsOn: "2027-03-31",
    createdAt: test.clock.now(),
  });
});
