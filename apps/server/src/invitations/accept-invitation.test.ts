import { IsNull, Not } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Label } from "../groups/label.entity.js";
import { Team } from "../groups/team.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anInvitationLink, oneMoreLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser, founderPassword } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

const password = "twelve green bicycles";

describe("accepting an invitation", () => {
  const test = aRunningApp();
  let workspaceId: string;
  let founderId: string;
  let people = 0;

  beforeAll(async () => {
    await aFounder(test);
    const user = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    ({ id: founderId, workspaceId } = user);
  });

  const someone = (given: Partial<Invitation> = {}) => {
    const email = `person${++people}@x.org`;
    return anInvitationLink(test.app, { workspaceId, inviterId: founderId, email, ...given });
  };
  const form = (token: string, more: Record<string, string> = {}) => ({
    token,
    firstName: "Ann",
    lastName: "Lee",
    username: `ann${++people}`,
    password,
    ...more,
  });
  const accept = (input: Record<string, string>, browser = new Browser(test)) =>
    browser.change("acceptInvitation", input, "viewer { user { id email } }");
  const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
    payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));
  const preview = async (token: string, browser = new Browser(test)) =>
    (
      await browser.ask(
        `query ($token: String!) { linkPreview(token: $token) {
          purpose state workspaceName language emailMasked needs firstName lastName suggestedUsername inviterName expiresAt viewerIsOther } }`,
        { token },
      )
    ).data.linkPreview;
  const stored = (id: string) => test.app.db.read.findOneByOrFail(Invitation, { id });
  const usedSeats = async () => (await test.app.db.read.findOneByOrFail(WorkspaceSeats, { workspaceId })).used;

  it("creates no account before the person accepts, then an ACTIVE one that is signed in (F2, F8)", async () => {
    const { invitation, token } = await someone({ email: "zoé@müller.de", emailKey: "zoé@xn--mller-kva.de" });
    const before = await test.app.db.read.count(User);
    expect(await test.app.db.read.existsBy(User, { workspaceId, emailKey: invitation.emailKey })).toBe(false);
    const browser = new Browser(test);
    const payload = await accept(form(token, { firstName: " Zoé ", lastName: "Öz", username: "Zoe.Oz" }), browser);
    expect(payload).toEqual({
      viewer: { user: { id: expect.any(String), email: "zoé@müller.de" } },
      userErrors: [],
    });
    expect(await test.app.db.read.count(User)).toBe(before + 1);
    const user = await test.app.db.read.findOneByOrFail(User, { id: payload.viewer.user.id });
    expect(user).toMatchObject({
      status: "ACTIVE",
      userType: "MEMBER",
      firstName: "Zoé",
      lastName: "Öz",
      username: "zoe.oz",
      firstKey: "zoe",
      lastKey: "oz",
      activatedAt: test.clock.now(),
      lastSignInAt: test.clock.now(),
    });
    expect((await browser.ask("{ viewer { user { id } } }")).data.viewer.user.id).toBe(user.id);
    expect(await stored(invitation.id)).toMatchObject({
      status: "ACCEPTED",
      openKey: null,
      acceptedUserId: user.id,
      acceptedAt: test.clock.now(),
    });
    const signedIn = await new Browser(test).change("signIn", { login: "zoe.oz", password }, "viewer { user { id } }");
    expect(signedIn.viewer.user.id).toBe(user.id);
  });

  it("takes everything but the form from the stored row", async () => {
    const now = test.clock.now();
    const named = (name: string) => ({ id: newId(), workspaceId, name, nameKey: name, createdAt: now });
    const [company, label, group, gone] = ["acme", "new", "course", "gone"].map(named) as [
      Company,
      Label,
      Group,
      Group,
    ];
    const team = { ...named("blue"), leaderEmailKey: null };
    const { invitation, token } = await someone({
      userType: "ADMINISTRATOR",
      language: "fr",
      companyId: company.id,
      teamId: team.id,
      labelId: label.id,
      deletionDate: "2030-01-01",
      externalId: "42",
    });
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Company, [company]);
      await bulkInsert(tx, Label, [label]);
      await bulkInsert(tx, Team, [team]);
      await bulkInsert(tx, Group, [group]);
      const promise = { workspaceId, invitationId: invitation.id };
      await bulkInsert(tx, InvitationGroup, [
        { ...promise, groupId: group.id, role: "COACH" },
        { ...promise, groupId: group.id, role: "LEARNER" },
        { ...promise, groupId: gone.id, role: "LEARNER" },
      ]);
    });
    const payload = await accept(form(token));
    const user = await test.app.db.read.findOneByOrFail(User, { id: payload.viewer.user.id });
    expect(user).toMatchObject({
      email: invitation.email,
      userType: "ADMINISTRATOR",
      language: "fr",
      companyId: company.id,
      teamId: team.id,
      labelId: label.id,
      deletionDate: "2030-01-01",
      externalId: "42",
    });
    const roles = await test.app.db.read.findBy(GroupMember, { userId: user.id });
    expect(roles.map(({ groupId, role }) => [groupId, role]).sort()).toEqual(
      [
        [group.id, "COACH"],
        [group.id, "LEARNER"],
      ].sort(),
    );
  });

  it("names every field that is wrong, and leaves the link alive", async () => {
    const { invitation, token } = await someone();
    const bad = await accept(
      form(token, { firstName: " ", lastName: "x".repeat(101), username: "a b", password: "short" }),
    );
    expect(codes(bad)).toEqual([
      "REQUIRED firstName",
      "TOO_LONG lastName",
      "USERNAME_MALFORMED username",
      "PASSWORD_TOO_SHORT password",
    ]);
    expect(codes(await accept(form(token, { password: "passwordpassword" })))).toEqual([
      "PASSWORD_TOO_COMMON password",
    ]);
    expect(codes(await accept(form(token, { password: invitation.email.padEnd(15, "!") })))).toEqual([
      "PASSWORD_TOO_OBVIOUS password",
    ]);
    expect(codes(await accept(form(token, { username: "ada" })))).toEqual(["USERNAME_TAKEN username"]);
    expect((await preview(token)).state).toBe("VALID");
    expect(codes(await accept(form(token)))).toEqual([]);
  });

  it("lets exactly one of 50 at once win; the others learn that the link is used", async () => {
    const { invitation, token } = await someone();
    const seats = await usedSeats();
    const payloads = await Promise.all(Array.from({ length: 50 }, () => accept(form(token))));
    expect(payloads.filter(({ viewer }) => viewer)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "LINK_USED token")).toHaveLength(49);
    expect(await test.app.db.read.countBy(User, { workspaceId, emailKey: invitation.emailKey })).toBe(1);
    expect(await usedSeats()).toBe(seats + 1);
  }, 60_000);

  it("gives a username to one of ten who want it at once, and tells the others", async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => someone()));
    const payloads = await Promise.all(links.map(({ token }) => accept(form(token, { username: "wanted" }))));
    expect(payloads.filter(({ viewer }) => viewer)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "USERNAME_TAKEN username")).toHaveLength(9);
  }, 60_000);

  it("expires to the millisecond, at the moment of use (F12)", async () => {
    const lifetime = 48;
    const expiresAt = new Date(test.clock.now().getTime() + hours(lifetime));
    const { token } = await someone({ lifetimeHours: lifetime, expiresAt });
    test.clock.set(new Date(expiresAt.getTime() - 1));
    expect(await preview(token)).toMatchObject({ state: "VALID", expiresAt: expiresAt.toISOString() });
    test.clock.set(expiresAt);
    expect(await preview(token)).toMatchObject({ state: "EXPIRED", needs: [], emailMasked: null });
    expect(codes(await accept(form(token)))).toEqual(["LINK_EXPIRED token"]);
    const late = await someone({ expiresAt: new Date(test.clock.now().getTime() + hours(48)) });
    test.clock.forward(hours(48) - 60_000);
    expect(codes(await accept(form(late.token)))).toEqual([]);
  });

  it("answers for each dead link what became of it", async () => {
    const replaced = await someone();
    await test.app.db.tx((tx) => tx.update(Invitation, { id: replaced.invitation.id }, { generation: 2 }));
    const cancelled = await someone({ status: "CANCELLED" });
    const used = await someone({ status: "ACCEPTED" });
    const gone = await someone();
    await test.app.db.tx((tx) => tx.delete(Invitation, { id: gone.invitation.id }));
    const expected = [
      [replaced.token, "REPLACED"],
      [cancelled.token, "CANCELLED"],
      [used.token, "USED"],
      [gone.token, "CANCELLED"],
      [used.token.slice(0, -1), "INVALID"],
      ["", "INVALID"],
      ["<script>", "INVALID"],
      ["x".repeat(100_000), "INVALID"],
    ];
    for (const [token, state] of expected as [string, string][]) {
      expect(await preview(token)).toMatchObject({
        state,
        workspaceName: "Northwind Academy",
        emailMasked: null,
        suggestedUsername: null,
        needs: [],
      });
      expect(codes(await accept(form(token)))).toEqual([`LINK_${state} token`]);
      const opened = await new Browser(test).change("reportLinkOpened", { token });
      expect(codes(opened)).toEqual([`LINK_${state} token`]);
    }
  });

  it("previews without consuming, however often, and notes only a person's first touch (F20)", async () => {
    const { invitation, token } = await someone({
      firstName: "Ann",
      username: "ada",
      email: "ada@y.org",
      language: "nl",
    });
    for (let i = 0; i < 5; i++) {
      expect(await preview(token)).toEqual({
        purpose: "INVITATION",
        state: "VALID",
        workspaceName: "Northwind Academy",
        language: "NL",
        emailMasked: "a•••@y.org",
        needs: ["firstName", "lastName", "username", "password"],
        firstName: "Ann",
        lastName: null,
        suggestedUsername: "ada2",
        inviterName: "Ada Okoro",
        expiresAt: invitation.expiresAt.toISOString(),
        viewerIsOther: false,
      });
    }
    expect((await stored(invitation.id)).openedAt).toBeNull();
    const first = test.clock.now();
    await new Browser(test).change("reportLinkOpened", { token });
    test.clock.forward(1_000);
    await new Browser(test).change("reportLinkOpened", { token });
    expect(await stored(invitation.id)).toMatchObject({
      openedAt: first,
      status: "PENDING",
      updatedAt: invitation.updatedAt,
    });
    expect(codes(await accept(form(token)))).toEqual([]);
  });

  it("works with every live link of the invitation (F13)", async () => {
    const { invitation, token } = await someone();
    const other = await test.app.db.tx((tx) => oneMoreLink(tx, test.app, invitation));
    expect((await preview(token)).state).toBe("VALID");
    expect(codes(await accept(form(other)))).toEqual([]);
    expect((await preview(token)).state).toBe("USED");
  });

  it("refuses who is signed in as someone else", async () => {
    const { token } = await someone();
    const founder = new Browser(test);
    await founder.change("signIn", { login: "ada", password: founderPassword });
    expect(await preview(token, founder)).toMatchObject({ state: "VALID", viewerIsOther: true });
    expect(codes(await accept(form(token), founder))).toEqual(["WRONG_ACCOUNT token"]);
    expect((await preview(token)).state).toBe("VALID");
  });

  it("closes the invitation by the account that the address got meanwhile, adds the groups, asks to sign in (F9)", async () => {
    const { invitation, token } = await someone();
    const group = { id: newId(), workspaceId, name: "F9", nameKey: "f9", createdAt: test.clock.now() };
    const user = aUser({ workspaceId, email: invitation.email });
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [user]);
      await bulkInsert(tx, Group, [group]);
      await bulkInsert(tx, GroupMember, [{ workspaceId, groupId: group.id, userId: user.id, role: "LEARNER" }]);
      const promise = { workspaceId, invitationId: invitation.id, groupId: group.id };
      await bulkInsert(tx, InvitationGroup, [
        { ...promise, role: "LEARNER" },
        { ...promise, role: "COACH" },
      ]);
    });
    const seats = await usedSeats();
    const browser = new Browser(test);
    expect(codes(await accept(form(token), browser))).toEqual(["LINK_USED token"]);
    expect(browser.cookies.size).toBe(0);
    expect(await stored(invitation.id)).toMatchObject({ status: "ACCEPTED", acceptedUserId: user.id });
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toEqual(user);
    const roles = await test.app.db.read.findBy(GroupMember, { userId: user.id });
    expect(roles.map(({ role }) => role).sort()).toEqual(["COACH", "LEARNER"]);
    expect(await usedSeats()).toBe(seats);
    expect(codes(await accept(form(token)))).toEqual(["LINK_USED token"]);
  });

  it("takes the account of that very address as it is, when it is signed in here (F9)", async () => {
    const { invitation, token } = await someone();
    const user = aUser({ workspaceId, email: invitation.email });
    const browser = await signedInAs(test, user);
    expect(await preview(token, browser)).toMatchObject({ state: "VALID", viewerIsOther: false });
    const payload = await accept(form(token), browser);
    expect(payload).toEqual({ viewer: { user: { id: user.id, email: user.email } }, userErrors: [] });
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toEqual(user);
    expect(await stored(invitation.id)).toMatchObject({ status: "ACCEPTED", acceptedUserId: user.id });
  });

  it("is accepted without what its inviter may no longer grant, and audited (F57)", async () => {
    const inviter = aUser({ workspaceId, email: "former@x.org", userType: "ADMINISTRATOR" });
    const group = { id: newId(), workspaceId, name: "F57", nameKey: "f57", createdAt: test.clock.now() };
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [inviter]);
      await bulkInsert(tx, Group, [group]);
    });
    const invite = async () => {
      const made = await someone({ inviterId: inviter.id, userType: "ADMINISTRATOR" });
      const promise = { workspaceId, invitationId: made.invitation.id, groupId: group.id };
      await test.app.db.tx((tx) =>
        bulkInsert(tx, InvitationGroup, [
          { ...promise, role: "COACH" },
          { ...promise, role: "LEARNER" },
        ]),
      );
      return made;
    };
    const outcome = async ({ token, invitation }: Awaited<ReturnType<typeof invite>>) => {
      const payload = await accept(form(token));
      const user = await test.app.db.read.findOneByOrFail(User, { id: payload.viewer.user.id });
      const roles = await test.app.db.read.findBy(GroupMember, { userId: user.id });
      const audit = await test.app.db.read.findOneBy(AuditEventRow, {
        subjectId: invitation.id,
        type: "grant_withheld",
      });
      return [user.userType, roles.map(({ role }) => role).sort(), audit?.details ?? null];
    };
    const invitations = [await invite(), await invite(), await invite(), await invite()] as const;
    expect(await outcome(invitations[0])).toEqual(["ADMINISTRATOR", ["COACH", "LEARNER"], null]);

    await test.app.db.tx(async (tx) => {
      await tx.update(User, { id: inviter.id }, { userType: "MEMBER" });
      const grant = { workspaceId, userId: inviter.id, grantedBy: founderId, createdAt: test.clock.now() };
      await bulkInsert(tx, Grant, [{ ...grant, permission: "USER_REGISTRATION" }]);
    });
    const withheldCoach = ["ADMINISTRATOR", `COACH in ${group.id}`];
    expect(await outcome(invitations[1])).toEqual(["MEMBER", ["LEARNER"], { withheld: withheldCoach }]);

    await test.app.db.tx((tx) => tx.update(User, { id: inviter.id }, { status: "DEACTIVATED" }));
    const withheldAll = [...withheldCoach, `LEARNER in ${group.id}`];
    expect(await outcome(invitations[2])).toEqual(["MEMBER", [], { withheld: expect.arrayContaining(withheldAll) }]);

    await test.app.db.tx((tx) => tx.delete(User, { id: inviter.id }));
    expect(await outcome(invitations[3])).toEqual(["MEMBER", [], { withheld: expect.arrayContaining(withheldAll) }]);
  });

  it("gives all again once somebody who may sends it again, copies its link or corrects its address (F57)", async () => {
    const founder = await aBrowserOf(test, { id: founderId, workspaceId });
    const inviter = aUser({ workspaceId, email: "gone@x.org", userType: "ADMINISTRATOR", status: "DEACTIVATED" });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [inviter]));
    const group = await aGroup(test, "Vouched");
    const session = await aProgramSession(test, group, { addedBy: inviter });
    const promise = { workspaceId, groupId: group.id, role: "LEARNER" as const };
    const invite = async (more: Partial<Invitation> = {}) => {
      const { invitation } = await someone({ inviterId: inviter.id, programSessionId: session.id, ...more });
      const place = { id: newId(), workspaceId, programSessionId: session.id, part: "PARTICIPANT" as const };
      const { email, emailKey } = invitation;
      await test.app.db.tx(async (tx) => {
        await bulkInsert(tx, InvitationGroup, [{ ...promise, invitationId: invitation.id }]);
        const awaited = { ...place, userId: null, email, emailKey, addedById: inviter.id, createdAt: test.clock.now() };
        await bulkInsert(tx, ProgramSessionMember, [awaited]);
      });
      return invitation;
    };
    const isGiven = async ({ id }: Invitation) =>
      (await founder.ask("query ($id: ID!) { invitation(id: $id) { isGiven } }", { id })).data.invitation.isGiven;
    const { browser: registrar } = await aSignedInUser(test, {
      email: "vouches@x.org",
      permissions: ["USER_REGISTRATION"],
    });
    const ways: ((by: Browser, invitation: Invitation) => Promise<unknown>)[] = [
      (by, { id }) => by.change("resendInvitations", { ids: [id] }, "affected"),
      (by, { id }) => by.change("copyInvitationLink", { invitationId: id }, "link"),
      (by, { id }) => by.change("changeInvitation", { invitationId: id, email: `${newId()}@x.org` }),
      (by, { id }) => by.change("changeInvitation", { invitationId: id, lifetimeHours: 48 }),
    ];
    for (const way of ways) {
      const invitation = await invite();
      expect(await isGiven(invitation)).toBe(false);
      await way(registrar, invitation);
      expect(await isGiven(invitation)).toBe(true);
      const { link } = await registrar.change("copyInvitationLink", { invitationId: invitation.id }, "link");
      const { viewer } = await accept(form(link.split("#")[1]));
      expect(await test.app.db.read.findBy(GroupMember, { userId: viewer.user.id })).toMatchObject([promise]);
      const taken = { programSessionId: session.id, userId: viewer.user.id, part: "PARTICIPANT" as const };
      expect(await test.app.db.read.countBy(ProgramSessionMember, taken)).toBe(1);
    }
    // who could not have given it does not come to give it
    const more = await invite({ userType: "ADMINISTRATOR" });
    await ways[0]?.(registrar, more);
    expect([await isGiven(more), (await stored(more.id)).inviterId]).toEqual([false, inviter.id]);
    // and one whose inviter still may stays theirs
    const fine = await invite({ inviterId: founderId });
    await ways[0]?.(registrar, fine);
    expect([await isGiven(fine), (await stored(fine.id)).inviterId]).toEqual([true, founderId]);
  });

  describe("whose inviter invites to groups alone (F6, F7, F57)", () => {
    /** Who joins, with what, and what was recorded as withheld. */
    const outcome = async (token: string, invitationId: string) => {
      const payload = await accept(form(token));
      const user = await test.app.db.read.findOneByOrFail(User, { id: payload.viewer.user.id });
      const roles = await test.app.db.read.findBy(GroupMember, { userId: user.id });
      const audit = await test.app.db.read.findOneBy(AuditEventRow, {
        subjectId: invitationId,
        type: "grant_withheld",
      });
      const held = roles.map(({ role, groupId }) => `${role} in ${groupId}`).sort();
      return [user.status, held, (audit?.details.withheld as string[] | undefined) ?? null];
    };
    const invite = async (browser: Browser, people: object[], more: object = {}) => {
      const { results } = await browser.change("inviteUsers", { people, ...more }, "results { outcome link }");
      return Promise.all(
        results.map(async ({ link }: { link: string }, i: number) => {
          const { email } = people[i] as { email: string };
          const { id } = await test.app.db.read.findOneByOrFail(Invitation, { email });
          return () => outcome(link.split("#")[1] as string, id);
        }),
      ) as Promise<(() => ReturnType<typeof outcome>)[]>;
    };
    const some = (count: number, more: object = {}) =>
      Array.from({ length: count }, () => ({ email: `bound${++people}@x.org`, ...more }));
    const change = (work: (tx: Tx) => Promise<unknown>) => test.app.db.tx(work);

    it("gives the roles as long as the inviter administers the group, and the account in any case", async () => {
      const { user, browser } = await aSignedInUser(test, { email: "group-admin@x.org" });
      const group = await aGroup(test, "Bounded", { ADMINISTRATOR: [user] });
      const joins = await invite(browser, some(5, { groups: ["Bounded"], roles: ["coach", "learner"] }));
      const both = ["COACH", "LEARNER"].map((role) => `${role} in ${group.id}`);
      expect(await joins[0]?.()).toEqual(["ACTIVE", both, null]);
      // a coach of the group gives no roles in it
      await change((tx) => tx.update(GroupMember, { groupId: group.id, userId: user.id }, { role: "COACH" }));
      expect(await joins[1]?.()).toEqual(["ACTIVE", [], expect.arrayContaining(both)]);
      // nor does who may register members, but learners
      const grant = { workspaceId, userId: user.id, grantedBy: founderId, createdAt: test.clock.now() };
      await change((tx) => bulkInsert(tx, Grant, [{ ...grant, permission: "USER_REGISTRATION" }]));
      expect(await joins[2]?.()).toEqual(["ACTIVE", [both[1]], [both[0]]]);
      await change((tx) => tx.update(GroupMember, { groupId: group.id, userId: user.id }, { role: "ADMINISTRATOR" }));
      expect(await joins[3]?.()).toEqual(["ACTIVE", both, null]);
      await change((tx) => tx.update(User, { id: user.id }, { status: "DEACTIVATED" }));
      expect(await joins[4]?.()).toEqual(["ACTIVE", [], expect.arrayContaining(both)]);
    });

    it("makes learners as long as the inviter instructs the session and coaches its group", async () => {
      const { user, browser } = await aSignedInUser(test, { email: "instructor@x.org" });
      const group = await aGroup(test, "Taught", { COACH: [user] });
      const session = await aProgramSession(test, group, { INSTRUCTOR: [user] });
      const joins = await invite(browser, some(6), { programSessionId: session.id });
      const learner = [`LEARNER in ${group.id}`];
      const participants = () =>
        test.app.db.read.countBy(ProgramSessionMember, {
          programSessionId: session.id,
          part: "PARTICIPANT",
          userId: Not(IsNull()),
        });
      expect(await joins[0]?.()).toEqual(["ACTIVE", learner, null]);
      expect(await participants()).toBe(1);
      const place = { programSessionId: session.id, userId: user.id, part: "INSTRUCTOR" as const };
      await change((tx) => tx.update(ProgramSessionMember, place, { part: "PARTICIPANT" }));
      expect(await joins[1]?.()).toEqual(["ACTIVE", [], learner]);
      await change((tx) => tx.update(ProgramSessionMember, { ...place, part: "PARTICIPANT" }, { part: "INSTRUCTOR" }));
      await change((tx) => tx.update(GroupMember, { groupId: group.id, userId: user.id }, { role: "LEARNER" }));
      expect(await joins[2]?.()).toEqual(["ACTIVE", [], learner]);
      expect(await participants()).toBe(1);
      // who administers the group needs no session
      await change((tx) => tx.update(GroupMember, { groupId: group.id, userId: user.id }, { role: "ADMINISTRATOR" }));
      expect(await joins[3]?.()).toEqual(["ACTIVE", learner, null]);
      await change((tx) => tx.update(GroupMember, { groupId: group.id, userId: user.id }, { role: "COACH" }));
      expect(await joins[4]?.()).toEqual(["ACTIVE", learner, null]);
      expect(await participants()).toBe(3);
      await change((tx) => tx.delete(ProgramSession, { id: session.id }));
      expect(await joins[5]?.()).toEqual(["ACTIVE", [], learner]);
    });

    it("makes learners of the group also once the session was deleted by who runs the group", async () => {
      const [{ user, browser }, { user: runner, browser: runs }] = [
        await aSignedInUser(test, { email: "deleted-coach@x.org" }),
        await aSignedInUser(test, { email: "deletes@x.org" }),
      ];
      const group = await aGroup(test, "Untaught", { COACH: [user], ADMINISTRATOR: [runner] });
      const session = await aProgramSession(test, group, { INSTRUCTOR: [user] });
      const [first, third, second] = await invite(browser, some(3), { programSessionId: session.id });
      await change((tx) => tx.update(Invitation, { email: `bound${people}@x.org` }, { userType: "ADMINISTRATOR" }));
      // one is taken off the session before
      const awaited = { programSessionId: session.id, emailKey: `bound${people - 1}@x.org` };
      const { id } = await test.app.db.read.findOneByOrFail(ProgramSessionMember, awaited);
      const taken = { programSessionId: session.id, memberIds: [id] };
      expect(await runs.change("removeProgramSessionMembers", taken, "affected")).toMatchObject({ affected: 1 });
      await runs.change("deleteProgramSessions", { programSessionIds: [session.id] }, "affected");
      for (const join of [first, third]) expect(await join?.()).toEqual(["ACTIVE", [`LEARNER in ${group.id}`], null]);
      // what the coach could not give before is given by nobody now
      expect(await second?.()).toEqual(["ACTIVE", [], expect.arrayContaining(["ADMINISTRATOR"])]);
    });

    it("gives nothing but learners of the session's own group", async () => {
      const { user } = await aSignedInUser(test, { email: "forger@x.org" });
      const group = await aGroup(test, "Own", { COACH: [user] });
      const other = await aGroup(test, "Other");
      const session = await aProgramSession(test, group, { INSTRUCTOR: [user] });
      const { invitation, token } = await someone({ inviterId: user.id, programSessionId: session.id });
      const promise = { workspaceId, invitationId: invitation.id };
      await change((tx) =>
        bulkInsert(tx, InvitationGroup, [
          { ...promise, groupId: group.id, role: "COACH" },
          { ...promise, groupId: group.id, role: "LEARNER" },
          { ...promise, groupId: other.id, role: "LEARNER" },
        ]),
      );
      const withheld = [`COACH in ${group.id}`, `LEARNER in ${other.id}`];
      expect(await outcome(token, invitation.id)).toEqual([
        "ACTIVE",
        [`LEARNER in ${group.id}`],
        expect.arrayContaining(withheld),
      ]);
    });
  });

  it("answers SEAT_LIMIT_REACHED at a full workspace, keeps the link alive, and never exceeds the limit (F66)", async () => {
    const links = await Promise.all(Array.from({ length: 12 }, () => someone()));
    const limit = (await usedSeats()) + 3;
    const setLimit = (seatLimit: number | null) =>
      test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId }, { seatLimit }));
    await setLimit(limit);
    const payloads = await Promise.all(links.map(({ token }) => accept(form(token))));
    expect(payloads.filter(({ viewer }) => viewer)).toHaveLength(3);
    expect(payloads.filter((payload) => codes(payload).join() === "SEAT_LIMIT_REACHED token")).toHaveLength(9);
    expect(await usedSeats()).toBe(limit);
    await setLimit(null);
    const refused = links[payloads.findIndex(({ viewer }) => !viewer)]?.token as string;
    expect(codes(await accept(form(refused)))).toEqual([]);
  }, 60_000);

  it("knows nothing of another workspace's links", async () => {
    const other = newId();
    await test.app.db.tx((tx) =>
      bulkInsert(tx, Workspace, [
        {
          id: other,
          name: "Other",
          founderId: newId(),
          defaultLanguage: "en",
          timeZone: "UTC",
          invitationLifetimeHours: 168,
          activationLifetimeHours: 48,
          reminderAfterDays: 3,
          reminderCount: 0,
          identityRequired: false,
          identityFields: null,
          accentColor: null,
          logoHash: null,
          foundedOnce: null,
          createdAt: test.clock.now(),
        },
      ]),
    );
    const { token } = await someone({ workspaceId: other });
    expect(await preview(token)).toMatchObject({
      state: "INVALID",
      workspaceName: "Northwind Academy",
      expiresAt: null,
    });
    expect(codes(await accept(form(token)))).toEqual(["LINK_INVALID token"]);
  });

  it("takes many people from one address, but not many guesses", async () => {
    const { token } = await someone();
    const states: string[] = [];
    const guess = async () => {
      const answer = await new Browser(test).ask('{ linkPreview(token: "a guess") { state } }');
      states.push(answer.errors?.[0]?.extensions.code ?? answer.data.linkPreview.state);
    };
    while (states.at(-1) !== "RATE_LIMITED" && states.length < 700)
      await Promise.all(Array.from({ length: 20 }, guess));
    expect(states.at(-1)).toBe("RATE_LIMITED");
    expect((await preview(token)).state).toBe("VALID");
    expect(codes(await accept(form(token)))).toEqual([]);
  }, 60_000);
});
