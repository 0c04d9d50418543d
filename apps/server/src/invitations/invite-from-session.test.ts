import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

interface Payload {
  results: {
    outcome: string;
    link: string | null;
    invitation: { id: string } | null;
    errors: { code: string; path: string[] }[];
  }[];
  userErrors: { code: string; path: string[] }[];
}

const fields = "results { outcome link invitation { id } errors { code path } } counts { invited updated }";
const told = ({ results }: Payload) =>
  results.map(({ outcome, errors }) =>
    [outcome, ...errors.map(({ code, path }) => [code, ...path].join(" "))].join(" "),
  );

describe("inviting from a program session (F7)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let pilots: Group;
  let session: ProgramSession;
  /** Instructs the session and coaches its group. */
  let coach: { user: User; browser: Browser };
  let runner: { user: User; browser: Browser };

  beforeAll(async () => {
    founder = await aFounder(test);
    coach = await aSignedInUser(test, { email: "coach@x.org" });
    runner = await aSignedInUser(test, { email: "runner@x.org" });
    pilots = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user], COACH: [coach.user] });
    session = await aProgramSession(test, pilots, { INSTRUCTOR: [coach.user] });
    ({ workspaceId } = pilots);
  });

  const read = () => test.app.db.read;
  const invite = (
    people: (string | object)[],
    {
      by = coach.browser,
      from = session,
      ...more
    }: Record<string, unknown> & { by?: Browser; from?: { id: string } } = {},
  ): Promise<Payload> => {
    const input = { people: people.map((one) => (typeof one === "string" ? { email: one } : one)), ...more };
    return by.change("inviteUsers", { programSessionId: from.id, ...input }, fields);
  };
  const code = async (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: Error) => JSON.parse(error.message)[0].extensions.code,
    );
  const aStoredUser = async (email: string, given: Partial<User> = {}) => {
    const user = aUser({ workspaceId, email, ...given });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    return user;
  };
  const participants = async ({ id: programSessionId } = session) => {
    const places = await read().findBy(ProgramSessionMember, { programSessionId, part: "PARTICIPANT" });
    return places.map(({ userId, emailKey }) => userId ?? emailKey).sort();
  };
  const rolesOf = async (userId: string) =>
    (await read().findBy(GroupMember, { userId })).map(({ groupId, role }) => `${role} in ${groupId}`);

  it("makes learners of the session's group, who are awaited on the session", async () => {
    const payload = await invite(["a1@x.org", { email: "A2@x.org", groups: ["pilots"], roles: ["learner"] }]);
    expect(told(payload)).toEqual(["INVITED", "INVITED"]);
    expect(payload.results[0]).toMatchObject({ link: expect.stringContaining("/join#"), invitation: null });
    const invitations = await read().findBy(Invitation, { programSessionId: session.id });
    expect(invitations.map(({ email, inviterId }) => [email, inviterId])).toEqual([
      ["a1@x.org", coach.user.id],
      ["a2@x.org", coach.user.id],
    ]);
    for (const { id: invitationId } of invitations) {
      expect(await read().findBy(InvitationGroup, { invitationId })).toMatchObject([
        { groupId: pilots.id, role: "LEARNER" },
      ]);
    }
    expect(await participants()).toEqual(["a1@x.org", "a2@x.org"]);
    const places = await read().findBy(ProgramSessionMember, { emailKey: "a2@x.org" });
    expect(places).toMatchObject([{ email: "a2@x.org", addedById: coach.user.id, part: "PARTICIPANT" }]);
  });

  it("has the person on the session and in the group as soon as they accept (F2)", async () => {
    const payload = await invite(["joins@x.org"]);
    const token = payload.results[0]?.link?.split("#")[1];
    const form = { token, firstName: "Jo", lastName: "Ins", username: "joins", password: "twelve green bicycles" };
    const accepted = await new Browser(test).change("acceptInvitation", form, "viewer { user { id } }");
    const { id } = accepted.viewer.user;
    expect(await rolesOf(id)).toEqual([`LEARNER in ${pilots.id}`]);
    expect(await participants()).toContain(id);
    expect(await read().countBy(ProgramSessionMember, { emailKey: "joins@x.org" })).toBe(0);
  });

  it("refuses other groups, other roles and what is the workspace's to say, for everybody (F57)", async () => {
    const people = [
      { email: "b1@x.org", groups: ["Pilots", "Sailors"] },
      { email: "b2@x.org", roles: ["learner", "coach"] },
      { email: "b3@x.org", deletionDate: "2031-01-01", company: "Acme" },
    ];
    const places = await participants();
    expect(told(await invite(people))).toEqual([
      "REJECTED NOT_COMBINABLE groups 1",
      "REJECTED NOT_COMBINABLE roles 1",
      "REJECTED NOT_ALLOWED company NOT_ALLOWED deletionDate",
    ]);
    expect(told(await invite(people.slice(0, 2), { by: founder, createMissing: true }))).toEqual([
      "REJECTED NOT_COMBINABLE groups 1",
      "REJECTED NOT_COMBINABLE roles 1",
    ]);
    expect(await read().countBy(Group, { name: "Sailors" })).toBe(0);
    expect(await participants()).toEqual(places);
  });

  it("puts who is here or invited already on the session too, and says what that changed (F9)", async () => {
    const other = await aProgramSession(test, pilots, { name: "Second", INSTRUCTOR: [coach.user] });
    const stranger = await aStoredUser("stranger@x.org");
    const learner = await aStoredUser("learner@x.org");
    const closed = await aStoredUser("closed@x.org", { status: "DEACTIVATED" });
    const member = { workspaceId, groupId: pilots.id, role: "LEARNER" as const };
    await test.app.db.tx((tx) => bulkInsert(tx, GroupMember, [{ ...member, userId: learner.id }]));
    await founder.change("inviteUsers", { people: [{ email: "invited@x.org" }] });
    const people = ["stranger@x.org", "learner@x.org", "closed@x.org", "invited@x.org", "fresh@x.org"];
    const outcomes = ["ADDED_TO_GROUPS", "UPDATED", "UNCHANGED", "UNCHANGED ALREADY_INVITED email", "INVITED"];

    expect(told(await invite(people, { from: other, dryRun: true }))).toEqual(outcomes);
    expect(await participants(other)).toEqual([]);
    expect(told(await invite(people, { from: other }))).toEqual(outcomes);
    const there = [stranger.id, learner.id, "fresh@x.org", "invited@x.org"].sort();
    expect(await participants(other)).toEqual(there);
    expect(await rolesOf(stranger.id)).toEqual([`LEARNER in ${pilots.id}`]);
    expect(await rolesOf(closed.id)).toEqual([]);
    const events = await read().findBy(AuditEventRow, { subjectId: other.id });
    expect(events.map(({ type, details }) => [type, details])).toEqual([
      ["program_session_members_added", { part: "PARTICIPANT", count: 4, awaited: 2 }],
    ]);
    const mails = await read().findBy(OutboxMail, { kind: "added-to-groups" });
    expect(mails.map(({ subjectId }) => subjectId)).toEqual([stranger.id]);

    const again = ["UNCHANGED", "UNCHANGED", "UNCHANGED", ...Array(2).fill("UNCHANGED ALREADY_INVITED email")];
    expect(told(await invite(people, { from: other }))).toEqual(again);
    expect(await participants(other)).toEqual(there);
    expect(await read().countBy(OutboxMail, { kind: "added-to-groups" })).toBe(1);
    expect(await read().countBy(AuditEventRow, { subjectId: other.id })).toBe(1);
  });

  it("makes a learner of an address that was invited without the group, once it comes (F7)", async () => {
    const { results } = await founder.change("inviteUsers", { people: [{ email: "plain@x.org" }] }, fields);
    await invite(["plain@x.org"]);
    const token = results[0].link.split("#")[1];
    const form = { token, firstName: "Pla", lastName: "In", username: "plain", password: "twelve green bicycles" };
    const accepted = await new Browser(test).change("acceptInvitation", form, "viewer { user { id } }");
    expect(await rolesOf(accepted.viewer.user.id)).toEqual([`LEARNER in ${pilots.id}`]);
    expect(await participants()).toContain(accepted.viewer.user.id);
  });

  it("renews an expired invitation as the session's (F9)", async () => {
    const promised = [
      { email: "late@x.org", groups: ["Pilots"] },
      { email: "coach.of.old@x.org", groups: ["Pilots", "Old"], roles: ["coach"] },
      { email: "labelled@x.org", groups: ["Pilots"], label: "Crew" },
    ];
    await founder.change("inviteUsers", { people: promised, createMissing: true, lifetimeHours: 1 });
    test.clock.forward(hours(2));
    // what a coach could not give is not theirs to replace (F57)
    expect(told(await invite(promised.map(({ email }) => email)))).toEqual([
      "INVITED",
      "REJECTED INVITED_TO_MORE email",
      "REJECTED INVITED_TO_MORE email",
    ]);
    const renewed = await read().findOneByOrFail(Invitation, { email: "late@x.org" });
    expect(renewed).toMatchObject({ generation: 2, programSessionId: session.id, inviterId: coach.user.id });
    expect(await read().findBy(InvitationGroup, { invitationId: renewed.id })).toMatchObject([
      { groupId: pilots.id, role: "LEARNER" },
    ]);
  });

  it("is for its instructors who coach the group, the group's administrators and administrators (F53)", async () => {
    const asked = async (
      given: Partial<User> & { email: string; permissions?: ["USER_REGISTRATION" | "MANAGE_USERS"] },
    ) => {
      const { user, browser } = await aSignedInUser(test, given);
      const group = await aGroup(test, `Of ${given.email}`, { ADMINISTRATOR: [user] });
      return { user, group, try: () => code(invite([`${newId()}@x.org`], { by: browser })) };
    };
    expect(await code(invite(["r@x.org"], { by: runner.browser }))).toBeNull();
    expect(await code(invite(["f@x.org"], { by: founder }))).toBeNull();
    // adds people, and sees no program sessions
    const registrar = await asked({ email: "registrar@x.org", permissions: ["USER_REGISTRATION"] });
    expect(await registrar.try()).toBe("NOT_FOUND");
    // sees all users, and so the session, but invites nowhere
    const manager = await asked({ email: "manager@x.org", permissions: ["MANAGE_USERS"] });
    expect(await manager.try()).toBe("FORBIDDEN");
    // another group's administrator, who instructs here without coaching
    const other = await asked({ email: "other@x.org" });
    expect(await other.try()).toBe("NOT_FOUND");
    const place = {
      workspaceId,
      programSessionId: session.id,
      part: "INSTRUCTOR" as const,
      email: null,
      emailKey: null,
    };
    await test.app.db.tx((tx) =>
      bulkInsert(tx, ProgramSessionMember, [
        { ...place, id: newId(), userId: other.user.id, addedById: runner.user.id, createdAt: test.clock.now() },
      ]),
    );
    expect(await other.try()).toBe("NOT_FOUND");
    await test.app.db.tx((tx) =>
      bulkInsert(tx, GroupMember, [{ workspaceId, groupId: pilots.id, userId: other.user.id, role: "COACH" }]),
    );
    expect(await other.try()).toBeNull();
    // a coach of the group who does not instruct here
    await test.app.db.tx((tx) => tx.delete(ProgramSessionMember, { userId: other.user.id, part: "INSTRUCTOR" }));
    expect(await other.try()).toBe("NOT_FOUND");
    expect(await code(invite(["x@x.org"], { by: new Browser(test) }))).toBe("UNAUTHENTICATED");
    for (const id of [newId(), "1", ""]) expect(await code(invite(["x@x.org"], { from: { id } }))).toBe("NOT_FOUND");
  });

  it("opens nothing else to them: no group, no invitation, no bulk invite, no link of others (F7, F57)", async () => {
    await expect(
      coach.browser.change("inviteUsers", { people: [{ email: "x@x.org", groups: ["Pilots"] }] }),
    ).rejects.toThrow("FORBIDDEN");
    const { id } = await read().findOneByOrFail(Invitation, { email: "a1@x.org" });
    for (const [operation, input] of [
      ["bulkInvite", { people: [{ email: "x@x.org", groups: ["Pilots"] }] }],
      ["copyInvitationLink", { invitationId: id }],
      ["changeInvitation", { invitationId: id, lifetimeHours: 1 }],
      ["cancelInvitations", { ids: [id] }],
      ["resendInvitations", { ids: [id] }],
    ] as const) {
      expect([operation, await code(coach.browser.change(operation, input))]).toEqual([operation, "FORBIDDEN"]);
    }
    const query =
      "query ($id: ID!) { invitation(id: $id) { id } invitations(filter: { groupId: $id }) { totalCount } }";
    const { errors } = await coach.browser.ask(query, { id });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });

  it("keeps instructors to 50 people a call and 200 an hour (F55)", async () => {
    const { user, browser: by } = await aSignedInUser(test, {
      email: "hourly@x.org",
      permissions: ["CAN_BULK_INVITE"],
    });
    const group = await aGroup(test, "Hourly", { COACH: [user] });
    const from = await aProgramSession(test, group, { INSTRUCTOR: [user] });
    const some = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}@x.org`);
    const over = await invite(some(51, "over"), { by, from });
    expect(over.userErrors).toMatchObject([{ code: "TOO_MANY_PEOPLE", path: ["people"] }]);
    const payloads = await Promise.all(
      Array.from({ length: 6 }, (_, i) => invite(some(45, `loop${i}-`), { by, from })),
    );
    expect(payloads.filter(({ userErrors }) => userErrors[0]?.code === "TOO_MANY_PEOPLE")).toHaveLength(2);
    expect(await participants(from)).toHaveLength(4 * 45);
  });

  it("puts each on the session once, when several instructors invite the same people at once (F11)", async () => {
    const second = await aSignedInUser(test, { email: "second@x.org" });
    const group = await aGroup(test, "Race", { COACH: [coach.user, second.user] });
    const from = await aProgramSession(test, group, { INSTRUCTOR: [coach.user, second.user] });
    const user = await aStoredUser("known@x.org");
    const payloads = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        invite(["known@x.org", "race@x.org", `own${i}@x.org`], { from, by: i % 2 ? coach.browser : second.browser }),
      ),
    );
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const own = Array.from({ length: 8 }, (_, i) => `own${i}@x.org`);
    expect(await participants(from)).toEqual([user.id, "race@x.org", ...own].sort());
    expect(await read().countBy(Invitation, { emailKey: "race@x.org" })).toBe(1);
    expect(await read().countBy(OutboxMail, { subjectId: user.id })).toBe(1);
  });

  it("loses nobody who comes at the very moment in which they are put on the session", async () => {
    const from = await aProgramSession(test, pilots, { name: "Third", INSTRUCTOR: [coach.user] });
    const people = Array.from({ length: 6 }, (_, i) => ({ email: `moment${i}@x.org` }));
    const { results } = await founder.change("inviteUsers", { people }, fields);
    const accept = (link: string, i: number) =>
      new Browser(test).change(
        "acceptInvitation",
        {
          token: link.split("#")[1],
          firstName: "Mo",
          lastName: "Ment",
          username: `moment${i}`,
          password: "twelve green bicycles",
        },
        "viewer { user { id } }",
      );
    await Promise.all([
      ...results.map(({ link }: { link: string }, i: number) => accept(link, i)),
      ...people.map(({ email }) => invite([email], { from })),
    ]);
    const users = await Promise.all(people.map(({ email }) => read().findOneByOrFail(User, { email })));
    expect(await participants(from)).toEqual(users.map(({ id }) => id).sort());
    for (const { id } of users) expect(await rolesOf(id)).toEqual([`LEARNER in ${pilots.id}`]);
  }, 60_000);

  it("answers the same key as the first time, and knows a call from another session apart (F69)", async () => {
    const other = await aProgramSession(test, pilots, { name: "Fourth", INSTRUCTOR: [coach.user] });
    const first = await invite(["once@x.org"], { idempotencyKey: "k" });
    const second = await invite(["once@x.org"], { idempotencyKey: "k" });
    expect(second).toEqual({ ...first, results: first.results.map((result) => ({ ...result, link: null })) });
    const third = await invite(["once@x.org"], { idempotencyKey: "k", from: other });
    expect(third.userErrors).toMatchObject([{ code: "KEY_REUSED", path: ["idempotencyKey"] }]);
  });
});
