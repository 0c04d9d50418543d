import { IsNull, Not, type QueryRunner } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anEmailChangeLink } from "../testing/an-email-change-link.js";
import { anInvitationLink, oneMoreLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";
import { takeAwaitedPlaces } from "./take-awaited-places.js";

describe("people who are awaited on a program session (F7, F57)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderUser: User;
  let workspaceId: string;
  let runner: User;
  let coach: User;
  let group: Group;
  let count = 0;

  const somebody = async (given: Partial<User> = {}) =>
    (await aSignedInUser(test, { email: `person${++count}@x.org`, ...given })).user;
  const address = () => `new${++count}@x.org`;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderUser = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    ({ workspaceId } = founderUser);
  });
  beforeEach(async () => {
    [runner, coach] = [await somebody(), await somebody()];
    group = await aGroup(test, `Pilots ${++count}`, { ADMINISTRATOR: [runner], COACH: [coach] });
  });

  const acceptBy = (token: string) => {
    const form = { firstName: "Lea", lastName: "Maes", username: newId(), password: "quiet orange harbour" };
    return new Browser(test).change("acceptInvitation", { token, ...form });
  };
  const accept = async (email: string) =>
    acceptBy((await anInvitationLink(test.app, { workspaceId, email, inviterId: founderUser.id })).token);
  const userAt = (emailKey: string) => test.app.db.read.findOneByOrFail(User, { workspaceId, emailKey });
  /** The places of an account or address, as "part session". */
  const placesOf = async (who: { userId: string } | { emailKey: string }) =>
    (await test.app.db.read.findBy(ProgramSessionMember, { workspaceId, ...who }))
      .map(({ part, programSessionId }) => `${part} ${programSessionId}`)
      .sort();
  const rolesOf = async ({ id: userId }: Pick<User, "id">) =>
    (await test.app.db.read.findBy(GroupMember, { userId, groupId: group.id })).map(({ role }) => role);
  const withheld = async ({ id: subjectId }: Pick<User, "id">) =>
    (await test.app.db.read.findBy(AuditEventRow, { subjectId, type: "grant_withheld" })).flatMap(
      ({ details }) => details.withheld,
    );

  it("are awaited by the address to which their invitation is corrected, wherever who corrects it may say so (F7, F20)", async () => {
    const email = address();
    const elsewhere = await aGroup(test, `Sailors ${++count}`);
    const [from, also, other] = [
      await aProgramSession(test, group),
      await aProgramSession(test, group, { PARTICIPANT: [email], INSTRUCTOR: [email], addedBy: runner }),
      await aProgramSession(test, elsewhere, { PARTICIPANT: [email], addedBy: founderUser }),
    ];
    const runs = await aBrowserOf(test, runner);
    const people = [{ email }];
    await runs.change("inviteUsers", { programSessionId: from.id, people });
    const { id: invitationId } = await test.app.db.read.findOneByOrFail(Invitation, { email });
    const [right, final] = [address(), address()];
    // who stands there by the new address already stands there once
    const twice = { programSessionId: also.id, part: "PARTICIPANT", emails: [right] };
    await runs.change("addProgramSessionMembers", twice);
    expect((await runs.change("changeInvitation", { invitationId, email: right })).userErrors).toEqual([]);
    const own = [`INSTRUCTOR ${also.id}`, `PARTICIPANT ${also.id}`, `PARTICIPANT ${from.id}`].sort();
    expect(await placesOf({ emailKey: right })).toEqual(own);
    // in another group the former address may be somebody else's
    expect(await placesOf({ emailKey: email })).toEqual([`PARTICIPANT ${other.id}`]);
    await founder.change("changeInvitation", { invitationId, email: final });
    expect([await placesOf({ emailKey: right }), await placesOf({ emailKey: final })]).toEqual([[], own]);
  });

  it("are on it all the same when somebody who may puts or invites them once more (F57)", async () => {
    const [added, invited, left, fine] = [address(), address(), address(), address()];
    const session = await aProgramSession(test, group, { PARTICIPANT: [added, invited, left], addedBy: coach });
    await test.app.db.tx((tx) => tx.delete(GroupMember, { userId: coach.id, groupId: group.id }));
    const again = { programSessionId: session.id, part: "PARTICIPANT", emails: [added, fine] };
    const { results } = await founder.change("addProgramSessionMembers", again, "results { outcome }");
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["UNCHANGED", "AWAITED"]);
    await founder.change("inviteUsers", { programSessionId: session.id, people: [{ email: invited }] });
    for (const email of [added, fine]) await accept(email);
    const { id } = await test.app.db.read.findOneByOrFail(Invitation, { email: invited });
    const { link } = await founder.change("copyInvitationLink", { invitationId: id }, "link");
    expect((await acceptBy(link.split("#")[1])).userErrors).toEqual([]);
    await accept(left);
    for (const email of [added, invited, fine]) {
      expect(await placesOf({ userId: (await userAt(email)).id })).toEqual([`PARTICIPANT ${session.id}`]);
    }
    expect(await placesOf({ userId: (await userAt(left)).id })).toEqual([]);
    // whoever may still put them stays the one who did
    const theirs = await aProgramSession(test, group, { PARTICIPANT: [address()], addedBy: runner });
    const [place] = await test.app.db.read.findBy(ProgramSessionMember, { programSessionId: theirs.id });
    const unchanged = { programSessionId: theirs.id, part: "PARTICIPANT", emails: [place?.email] };
    await founder.change("addProgramSessionMembers", unchanged);
    expect(await test.app.db.read.findOneByOrFail(ProgramSessionMember, { id: place?.id as string })).toEqual(place);
  });

  it("are on it once they accept, and learners of the group where they take part", async () => {
    const email = address();
    const first = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    const second = await aProgramSession(test, group, {
      INSTRUCTOR: [email],
      PARTICIPANT: [email],
      addedBy: founderUser,
    });
    expect((await accept(email)).userErrors).toEqual([]);
    const user = await userAt(email);
    const places = [`PARTICIPANT ${first.id}`, `INSTRUCTOR ${second.id}`, `PARTICIPANT ${second.id}`];
    expect(await placesOf({ userId: user.id })).toEqual(places.sort());
    expect(await placesOf({ emailKey: email })).toEqual([]);
    expect(await rolesOf(user)).toEqual(["LEARNER"]);
    const { data } = await founder.ask(
      `query ($id: ID!) { programSession(id: $id) { members(part: PARTICIPANT) { nodes { email firstName status } } } }`,
      { id: first.id },
    );
    expect(data.programSession.members.nodes).toEqual([{ email, firstName: "Lea", status: "ACTIVE" }]);
  });

  it("are no learners by teaching", async () => {
    const email = address();
    const { id } = await aProgramSession(test, group, { INSTRUCTOR: [email], addedBy: runner });
    await accept(email);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([`INSTRUCTOR ${id}`]);
    expect(await rolesOf(user)).toEqual([]);
  });

  it("are on it once an account is created for them, with the roles that they get by that", async () => {
    const [one, two] = [address(), address()];
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [one, two], addedBy: runner });
    const people = [{ email: one }, { email: two, groups: [group.name], roles: ["COACH"] }];
    const made = await founder.change("bulkInvite", { mode: "CREATE", people }, "counts { created }");
    expect(made).toMatchObject({ counts: { created: 2 }, userErrors: [] });
    for (const [email, role] of [
      [one, "LEARNER"],
      [two, "COACH"],
    ] as const) {
      const user = await userAt(email);
      expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${id}`]);
      expect(await rolesOf(user)).toEqual([role]);
    }
  });

  it("are on it once they confirm that the address is theirs, and are told of the group", async () => {
    const [email, user] = [address(), await somebody()];
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    const token = await anEmailChangeLink(test.app, user, email);
    expect(await placesOf({ userId: user.id })).toEqual([]);
    expect(await new Browser(test).change("confirmEmailChange", { token })).toEqual({ userErrors: [] });
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${id}`]);
    expect(await rolesOf(user)).toEqual(["LEARNER"]);
    const told = { kind: "added-to-groups", subjectId: user.id, toAddress: email };
    expect(await test.app.db.read.countBy(OutboxMail, told)).toBe(1);
  });

  it("are on it once an administrator corrects the address of somebody who has not acted yet", async () => {
    const [email, user] = [address(), await somebody({ status: "PENDING" })];
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    const changed = await founder.change("requestEmailChange", { userId: user.id, email });
    expect(changed.userErrors).toEqual([]);
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${id}`]);
  });

  it("are on it once, also when they were there by another address", async () => {
    const [email, user] = [address(), await somebody()];
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [user, email], addedBy: runner });
    await new Browser(test).change("confirmEmailChange", { token: await anEmailChangeLink(test.app, user, email) });
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${id}`]);
    expect(await placesOf({ emailKey: email })).toEqual([]);
    expect(await withheld(user)).toEqual([]);
  });

  it("are on it when an account was there before the invitation was accepted", async () => {
    const email = address();
    const { token } = await anInvitationLink(test.app, { workspaceId, email, inviterId: founderUser.id });
    // made by another way, which did not look
    const user = aUser({ workspaceId, email });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    expect((await acceptBy(token)).userErrors).toMatchObject([{ code: "LINK_USED" }]);
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${id}`]);
  });

  it("are on it by a coach who instructs it, as participants (F7)", async () => {
    const email = address();
    const session = await aProgramSession(test, group, {
      INSTRUCTOR: [coach, email],
      PARTICIPANT: [email],
      addedBy: coach,
    });
    await accept(email);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${session.id}`]);
    expect(await rolesOf(user)).toEqual(["LEARNER"]);
    expect(await withheld(user)).toEqual([`INSTRUCTOR in ${session.id}`]);
  });

  it.each([
    ["runs the group no longer", () => test.app.db.tx((tx) => tx.delete(GroupMember, { userId: runner.id }))],
    ["is deactivated", () => test.app.db.tx((tx) => tx.update(User, { id: runner.id }, { status: "DEACTIVATED" }))],
    ["is gone", () => test.app.db.tx((tx) => tx.delete(User, { id: runner.id }))],
  ])("are not on it when whoever said so %s (F57)", async (_, lose) => {
    const [email, kept] = [address(), await aProgramSession(test, group, { addedBy: founderUser })];
    const { id } = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    await founder.change("addProgramSessionMembers", {
      programSessionId: kept.id,
      part: "INSTRUCTOR",
      emails: [email],
    });
    await lose();
    expect((await accept(email)).userErrors).toEqual([]);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([`INSTRUCTOR ${kept.id}`]);
    expect(await placesOf({ emailKey: email })).toEqual([]);
    expect(await rolesOf(user)).toEqual([]);
    expect(await withheld(user)).toEqual([`PARTICIPANT in ${id}`]);
  });

  it.each([
    ["instructs it", () => test.app.db.tx((tx) => tx.delete(ProgramSessionMember, { userId: coach.id }))],
    ["coaches the group", () => test.app.db.tx((tx) => tx.delete(GroupMember, { userId: coach.id }))],
  ])("are not on it when the coach who said so no longer %s (F57)", async (_, lose) => {
    const email = address();
    const { id } = await aProgramSession(test, group, { INSTRUCTOR: [coach], PARTICIPANT: [email], addedBy: coach });
    await lose();
    await accept(email);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([]);
    expect(await withheld(user)).toEqual([`PARTICIPANT in ${id}`]);
  });

  it("are forgotten with the session or its group, and nothing is withheld by that", async () => {
    const email = address();
    const gone = await aGroup(test, `Divers ${++count}`);
    const one = await aProgramSession(test, group, { PARTICIPANT: [email], addedBy: runner });
    await aProgramSession(test, gone, { PARTICIPANT: [email], addedBy: founderUser });
    // what is left when somebody is put down at the very moment of the deletion
    await test.app.db.tx(async (tx) => {
      await tx.delete(ProgramSession, { id: one.id });
      await tx.delete(Group, { id: gone.id });
    });
    await accept(email);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([]);
    expect(await placesOf({ emailKey: email })).toEqual([]);
    expect(await withheld(user)).toEqual([]);
  });

  it("are awaited at the right address once the invitation that was made from it is corrected", async () => {
    const [wrong, right, double] = [address(), address(), address()];
    const session = await aProgramSession(test, group, { PARTICIPANT: [double], addedBy: runner });
    const { id: programSessionId } = session;
    const people = [{ email: wrong }];
    const invited = await founder.change("inviteUsers", { programSessionId, people }, "results { invitation { id } }");
    const invitationId = invited.results[0].invitation.id;
    const place = `PARTICIPANT ${programSessionId}`;
    for (const [former, email] of [
      [wrong, right],
      [right, double],
    ] as const) {
      expect(await placesOf({ emailKey: former })).toEqual([place]);
      expect(await founder.change("changeInvitation", { invitationId, email })).toEqual({ userErrors: [] });
      expect(await placesOf({ emailKey: former })).toEqual([]);
      expect(await placesOf({ emailKey: email })).toEqual([place]);
    }
  });

  it("are awaited no more once the invitation that was made from it is withdrawn, unless somebody else put them there (F7, F15)", async () => {
    const [gone, kept] = [address(), address()];
    const { id: programSessionId } = await aProgramSession(test, group, { PARTICIPANT: [kept], addedBy: runner });
    const people = [{ email: gone }, { email: kept }];
    const { results } = await founder.change(
      "inviteUsers",
      { programSessionId, people },
      "results { invitation { id } }",
    );
    const place = `PARTICIPANT ${programSessionId}`;
    expect(await placesOf({ emailKey: gone })).toEqual([place]);
    const ids = results.map(({ invitation }: { invitation: { id: string } }) => invitation.id);
    expect((await founder.change("cancelInvitations", { ids }, "affected")).affected).toBe(2);
    expect(await placesOf({ emailKey: gone })).toEqual([]);
    expect(await placesOf({ emailKey: kept })).toEqual([place]);
  });

  it("are on the session that theirs was merged into, by the coach who invited them from the one that is gone", async () => {
    const email = address();
    const [theirs, into] = [
      await aProgramSession(test, group, { INSTRUCTOR: [coach] }),
      await aProgramSession(test, group, { PARTICIPANT: ["else@x.org"], addedBy: runner }),
    ];
    const by = await aBrowserOf(test, coach);
    const invited = await by.change(
      "inviteUsers",
      { programSessionId: theirs.id, people: [{ email }] },
      "counts { invited }",
    );
    expect(invited).toEqual({ counts: { invited: 1 }, userErrors: [] });
    await founder.change("mergeProgramSessions", { programSessionIds: [theirs.id], intoProgramSessionId: into.id });
    const invitation = await test.app.db.read.findOneByOrFail(Invitation, { emailKey: email });
    expect(invitation.programSessionId).toBe(into.id);
    const token = await test.app.db.tx((tx) => oneMoreLink(tx, test.app, invitation));
    await acceptBy(token);
    const user = await userAt(email);
    expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${into.id}`]);
    expect(await rolesOf(user)).toEqual(["LEARNER"]);
    expect(await withheld(user)).toEqual([]);
    expect(await withheld(invitation)).toEqual([]);
  });

  it("are on it, also when they come at the very moment in which they are put down", async () => {
    const session = await aProgramSession(test, group);
    const emails = Array.from({ length: 8 }, address);
    await Promise.all(
      emails.flatMap((email) => [
        accept(email),
        founder.change("addProgramSessionMembers", {
          programSessionId: session.id,
          part: "PARTICIPANT",
          emails: [email],
        }),
      ]),
    );
    for (const email of emails) {
      const user = await userAt(email);
      expect(await placesOf({ userId: user.id })).toEqual([`PARTICIPANT ${session.id}`]);
      expect(await placesOf({ emailKey: email })).toEqual([]);
      expect(await rolesOf(user)).toEqual(["LEARNER"]);
    }
  });

  it("come in few statements, however many they are", async () => {
    const newcomers = Array.from({ length: 600 }, () => aUser({ workspaceId, email: address() }));
    const emails = newcomers.map(({ email }) => email as string);
    const { id } = await aProgramSession(test, group, { PARTICIPANT: emails, addedBy: runner });
    await test.app.db.tx((tx) => bulkInsert(tx, User, newcomers));
    const statements = await test.app.db.tx(async (tx) => {
      const query = jest.spyOn(tx.queryRunner as QueryRunner, "query");
      const learners = await takeAwaitedPlaces(tx, test.app, workspaceId, newcomers);
      expect(learners.size).toBe(600);
      const { calls } = query.mock;
      query.mockRestore();
      return calls.length;
    });
    expect(statements).toBeLessThan(30);
    const there = { programSessionId: id, userId: Not(IsNull()) };
    expect(await test.app.db.read.countBy(ProgramSessionMember, there)).toBe(600);
    expect(await test.app.db.read.countBy(GroupMember, { groupId: group.id, role: "LEARNER" })).toBe(600);
  });
});
