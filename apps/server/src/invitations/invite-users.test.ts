import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Team } from "../groups/team.entity.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aStagedImport, committed } from "../testing/an-import.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

interface Result {
  index: number;
  outcome: string;
  link: string | null;
  user: { id: string } | null;
  invitation: { id: string; email: string; status: string; expiresAt: string; sentCount: number } | null;
  errors: { code: string; path: string[] }[];
}
interface Payload {
  results: Result[];
  counts: Record<string, number>;
  userErrors: { code: string; path: string[] }[];
}

const fields = `results { index outcome link user { id } invitation { id email status expiresAt sentCount } errors { code path message } }
  counts { invited created updated addedToGroups unchanged rejected total }`;
const outcomes = ({ results }: Payload) => results.map(({ outcome }) => outcome);
const remarks = ({ results }: Payload) =>
  results.map(({ errors }) => errors.map(({ code, path }) => [code, ...path].join(" ")));

describe("inviting people", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    workspaceId = ((await test.app.db.read.find(Workspace))[0] as Workspace).id;
  });
  const read = () => test.app.db.read;
  const invite = (people: object[], more: object = {}, as = founder): Promise<Payload> =>
    as.change("inviteUsers", { people, ...more }, fields);
  const bulk = (people: object[], more: object = {}, as = founder): Promise<Payload> =>
    as.change("bulkInvite", { people, ...more }, fields);
  const counted = async () => [
    await read().count(Invitation),
    await read().count(Link),
    await read().count(OutboxMail),
  ];
  const some = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, i) => ({ email: `${prefix}${i}@x.org` }));
  const aStoredUser = async (given: Partial<User> & { email: string }) => {
    const user = aUser({ workspaceId, ...given });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    return user;
  };

  it("makes an invitation, its link and its mail, and no account (F1, F2, F13)", async () => {
    const payload = await invite([{ email: " Ann@X.org ", firstName: "Ann", groups: ["Welders"], roles: ["coach"] }], {
      createMissing: true,
      message: "Hello\r\nAnn",
      lifetimeHours: 24,
    });
    expect(payload.userErrors).toEqual([]);
    expect(payload.counts).toMatchObject({ invited: 1, total: 1 });
    const [{ link, invitation, outcome }] = payload.results as [Result];
    expect(outcome).toBe("INVITED");
    expect(invitation).toMatchObject({ email: "ann@x.org", status: "PENDING", sentCount: 1 });
    expect(Date.parse(invitation?.expiresAt as string) - test.clock.now().getTime()).toBe(hours(24));
    const subjectId = invitation?.id as string;
    const secretHash = hashSecret(link?.split("#")[1] as string);
    expect(await read().findBy(Link, { subjectId })).toMatchObject([{ secretHash, generation: 1 }]);
    expect(await read().findOneByOrFail(Invitation, { id: subjectId })).toMatchObject({ message: "Hello\nAnn" });
    const group = await read().findOneByOrFail(Group, { name: "Welders" });
    expect(await read().findBy(InvitationGroup, { invitationId: subjectId })).toMatchObject([
      { groupId: group.id, role: "COACH" },
    ]);
    expect(await read().findBy(OutboxMail, { subjectId })).toMatchObject([
      { toAddress: "ann@x.org", toName: "Ann", generation: 1 },
    ]);
    expect(await read().countBy(User, { emailKey: "ann@x.org" })).toBe(0);
    const events = await read().findBy(AuditEventRow, { type: "people_invited" });
    expect(events).toMatchObject([{ details: { count: 1 }, actorKind: "user" }]);
  });

  it("makes no mail when none is wanted, and hands the link over all the same (F13)", async () => {
    const payload = await invite([{ email: "nomail@x.org" }], { sendMail: false });
    expect(payload.results[0]?.link).toContain("/join#");
    expect(payload.results[0]?.invitation?.sentCount).toBe(0);
    expect(await read().countBy(OutboxMail, { toAddress: "nomail@x.org" })).toBe(0);
  });

  it("leaves an address that is already invited as it is, however it is cased (F9, F11)", async () => {
    await invite([{ email: "twice@x.org" }]);
    const before = await counted();
    const again = await invite([{ email: "TWICE@x.ORG", groups: ["Nowhere"] }]);
    expect(outcomes(again)).toEqual(["UNCHANGED"]);
    expect(remarks(again)).toEqual([["ALREADY_INVITED email"]]);
    expect(again.results[0]?.invitation?.email).toBe("twice@x.org");
    expect(await counted()).toEqual(before);
  });

  it("renews an expired invitation under a new generation, with what is asked for now (F9)", async () => {
    const first = await invite([{ email: "late@x.org", groups: ["Old"] }], { createMissing: true, lifetimeHours: 1 });
    test.clock.forward(hours(2));
    const second = await invite([{ email: "late@x.org", lastName: "Late", groups: ["New"] }], { createMissing: true });
    expect(outcomes(second)).toEqual(["INVITED"]);
    const id = first.results[0]?.invitation?.id as string;
    expect(second.results[0]?.invitation).toMatchObject({ id, status: "PENDING", sentCount: 2 });
    expect(await read().findOneByOrFail(Invitation, { id })).toMatchObject({ generation: 2, lastName: "Late" });
    const group = await read().findOneByOrFail(Group, { name: "New" });
    expect(await read().findBy(InvitationGroup, { invitationId: id })).toMatchObject([{ groupId: group.id }]);
    expect((await read().findBy(Link, { subjectId: id })).map(({ generation }) => generation).sort()).toEqual([1, 2]);
  });

  it("adds somebody with an account to the groups and tells them so, or leaves them unchanged (F9)", async () => {
    const user = await aStoredUser({ email: "here@x.org" });
    const added = await invite([{ email: "here@x.org", groups: ["Welders"], firstName: "Else" }]);
    expect(outcomes(added)).toEqual(["ADDED_TO_GROUPS"]);
    expect(added.results[0]).toMatchObject({ user: { id: user.id }, link: null, invitation: null });
    expect(await read().findBy(GroupMember, { userId: user.id })).toMatchObject([{ role: "LEARNER" }]);
    expect(await read().findBy(OutboxMail, { subjectId: user.id })).toMatchObject([{ kind: "added-to-groups" }]);
    const again = await invite([{ email: "here@x.org", groups: ["Welders"] }]);
    expect(outcomes(again)).toEqual(["UNCHANGED"]);
    expect(await read().findOneByOrFail(User, { id: user.id })).toMatchObject({ firstName: null });
    expect(await read().countBy(OutboxMail, { subjectId: user.id })).toBe(1);
  });

  it("names each bad person with code and path, and invites the others", async () => {
    const payload = await invite([
      { email: "good@x.org" },
      { email: "bad@" },
      { email: "GOOD@x.org" },
      { email: "g@x.org", groups: ["Welders", "Nobody's"], company: "Nowhere" },
      {},
    ]);
    expect(outcomes(payload)).toEqual(["INVITED", "REJECTED", "REJECTED", "REJECTED", "REJECTED"]);
    expect(remarks(payload)).toEqual([
      [],
      ["EMAIL_MALFORMED email"],
      ["DUPLICATE_IN_INPUT email"],
      ["UNKNOWN_COMPANY company", "UNKNOWN_GROUP groups 1"],
      ["REQUIRED email"],
    ]);
  });

  it("does nothing at all when one is bad and everything is to be rejected (F69)", async () => {
    const before = await counted();
    const payload = await invite([{ email: "all1@x.org" }, { email: "bad@" }], { errorPolicy: "REJECT_EVERYTHING" });
    expect(remarks(payload)).toEqual([["NOT_ATTEMPTED"], ["EMAIL_MALFORMED email"]]);
    expect(await counted()).toEqual(before);
  });

  it("says in a dry run what would come of it, and does nothing (F69)", async () => {
    const before = await counted();
    const people = [{ email: "dry@x.org", company: "Dry Ltd" }, { email: "twice@x.org" }];
    const payload = await invite(people, { dryRun: true, createMissing: true });
    expect(outcomes(payload)).toEqual(["INVITED", "UNCHANGED"]);
    expect(payload.results[0]).toMatchObject({ link: null, invitation: null });
    expect(await counted()).toEqual(before);
    expect(await read().countBy(Company, { name: "Dry Ltd" })).toBe(0);
  });

  it("replays the answer of an idempotency key without links, and refuses another input under it (F69)", async () => {
    const people = [{ email: "once@x.org" }];
    const first = await invite(people, { idempotencyKey: "k1" });
    const before = await counted();
    const second = await invite(people, { idempotencyKey: "k1" });
    expect(first.results[0]?.link).not.toBeNull();
    expect(second.results).toEqual(first.results.map((result) => ({ ...result, link: null })));
    expect(second.counts).toEqual(first.counts);
    const other = await invite([{ email: "other@x.org" }], { idempotencyKey: "k1" });
    expect(other.userErrors).toMatchObject([{ code: "KEY_REUSED", path: ["idempotencyKey"] }]);
    expect(await counted()).toEqual(before);
  });

  it("does the work of one key once, however many calls come at the same moment (F69)", async () => {
    const people = some(5, "parallel");
    const payloads = await Promise.all(
      Array.from({ length: 8 }, () => invite(people, { idempotencyKey: "k2", createMissing: true })),
    );
    expect(payloads.filter(({ results }) => results[0]?.link)).toHaveLength(1);
    for (const payload of payloads) expect(payload.counts).toMatchObject({ invited: 5, total: 5 });
  });

  it("holds one live invitation per address when many invite it at once (F11)", async () => {
    const payloads = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        invite([{ email: "race@x.org", company: "Race" }, { email: `racer${i}@x.org` }], { createMissing: true }),
      ),
    );
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(payloads.filter(({ results }) => results[0]?.outcome === "INVITED")).toHaveLength(1);
    expect(await read().countBy(Invitation, { emailKey: "race@x.org" })).toBe(1);
    expect(await read().countBy(Company, { nameKey: "race" })).toBe(1);
  });

  it("takes the last leader of a team, who need not be here yet (F36)", async () => {
    await invite(
      [
        { email: "t1@x.org", team: "Blue", teamLeader: "boss1@x.org" },
        { email: "t2@x.org", team: "blue", teamLeader: "Boss2@x.org" },
      ],
      { createMissing: true },
    );
    expect(await read().findBy(Team, { nameKey: "blue" })).toMatchObject([{ leaderEmailKey: "boss2@x.org" }]);
  });

  it("refuses a requested username that is taken", async () => {
    await aStoredUser({ email: "named@x.org", username: "named" });
    const payload = await invite([{ email: "another@x.org", username: "Named" }]);
    expect(remarks(payload)).toEqual([["USERNAME_TAKEN username"]]);
  });

  it.each([
    ["OUT_OF_RANGE", "lifetimeHours", { lifetimeHours: 0 }],
    ["OUT_OF_RANGE", "lifetimeHours", { lifetimeHours: 721 }],
    ["TOO_LONG", "message", { message: "x".repeat(2001) }],
    ["TOO_LONG", "idempotencyKey", { idempotencyKey: "x".repeat(101) }],
    ["REQUIRED", "people", { people: [] }],
    ["TOO_MANY_PEOPLE", "people", { people: some(5_001, "many") }],
  ])("refuses the call as a whole as %s of %s", async (code, path, more) => {
    const payload: Payload = await founder.change("inviteUsers", { people: [{ email: "w@x.org" }], ...more }, fields);
    expect(payload.userErrors).toMatchObject([{ code, path: [path] }]);
    expect(payload).toMatchObject({ results: [], counts: { total: 0 } });
  });

  it("invites thousands in one call for holders of can_bulk_invite (F55)", async () => {
    const input = { people: some(5_000, "bulk") };
    const first: Payload = await founder.change("bulkInvite", input, "results { link } counts { invited total }");
    expect(first.counts).toEqual({ invited: 5_000, total: 5_000 });
    expect(new Set(first.results.map(({ link }) => link)).size).toBe(5_000);
    const second: Payload = await founder.change("bulkInvite", input, "counts { unchanged total }");
    expect(second.counts).toEqual({ unchanged: 5_000, total: 5_000 });
  }, 60_000);

  it("changes existing people as far as the policy says, and never type or address (F35)", async () => {
    const user = await aStoredUser({ email: "policy@x.org", lastName: "Kept" });
    const people = [
      { email: "policy@x.org", firstName: "Pol", lastName: "Given", company: "Acme", userType: "administrator" },
    ];
    expect(outcomes(await bulk(people))).toEqual(["UNCHANGED"]);
    expect(outcomes(await bulk(people, { existing: "FILL_EMPTY", createMissing: true }))).toEqual(["UPDATED"]);
    const company = await read().findOneByOrFail(Company, { nameKey: "acme" });
    const row = () => read().findOneByOrFail(User, { id: user.id });
    expect(await row()).toMatchObject({
      firstName: "Pol",
      firstKey: "pol",
      lastName: "Kept",
      companyId: company.id,
      userType: "MEMBER",
    });
    expect(outcomes(await bulk(people, { existing: "UPDATE" }))).toEqual(["UPDATED"]);
    expect(await row()).toMatchObject({ lastName: "Given", lastKey: "given" });
    expect(outcomes(await bulk(people, { existing: "UPDATE" }))).toEqual(["UNCHANGED"]);
  });

  it("takes the external id for the person, whatever address the file has (F69)", async () => {
    const user = await aStoredUser({ email: "ext@x.org", externalId: "E-1" });
    const met = await bulk([{ email: "moved@x.org", externalId: "E-1" }]);
    expect(met.results).toMatchObject([{ outcome: "UNCHANGED", user: { id: user.id } }]);
    await invite([{ email: "ext2@x.org", externalId: "E-2" }]);
    const invited = await invite([{ email: "ext2-moved@x.org", externalId: "E-2" }]);
    expect(remarks(invited)).toEqual([["ALREADY_INVITED externalId"]]);
    await aStoredUser({ email: "ext3@x.org" });
    expect(remarks(await invite([{ email: "ext3@x.org", externalId: "E-1" }]))).toEqual([["EMAIL_TAKEN email"]]);
  });

  describe("by a member with USER_REGISTRATION", () => {
    let member: Browser;
    beforeAll(async () => {
      member = (await aSignedInUser(test, { email: "m@x.org", permissions: ["USER_REGISTRATION"] })).browser;
    });

    it("gives nothing beyond what the member holds (F54, F57)", async () => {
      const payload = await invite(
        [
          { email: "f57a@x.org", userType: "administrator" },
          { email: "f57b@x.org", groups: ["Welders"], roles: ["learner", "coach"] },
          { email: "f57c@x.org", groups: ["Welders"] },
          { email: "ada@northwind.example", groups: ["Welders"] },
        ],
        {},
        member,
      );
      expect(remarks(payload)).toEqual([["NOT_ALLOWED userType"], ["NOT_ALLOWED roles 1"], [], ["NOT_THE_FOUNDER"]]);
      expect(payload.results[2]?.outcome).toBe("INVITED");
    });

    it("replaces no invitation that holds more than the member could give, by no way of adding (F54, F57)", async () => {
      const both = await aSignedInUser(test, {
        email: "both@x.org",
        permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
      });
      const held = [
        { email: "boss@x.org", userType: "administrator", externalId: "E-boss" },
        { email: "coach-to-be@x.org", groups: ["Welders"], roles: ["coach"] },
      ];
      const late = { email: "late-member@x.org", groups: ["Welders"], deletionDate: "2031-01-01" };
      const made = await invite([...held, late], { lifetimeHours: 1, createMissing: true });
      expect(outcomes(made)).toEqual(Array(3).fill("INVITED"));
      const people = [...held, late].map(({ email }) => ({ email }));
      const refused = ["INVITED_TO_MORE email"];
      const create = (person: object) => member.change("createUser", { person });
      for (const { email } of held) {
        const { userErrors } = await create({ email });
        expect(userErrors).toMatchObject([{ code: "INVITED_TO_MORE", path: ["person", "email"] }]);
      }
      test.clock.forward(hours(2));
      expect(remarks(await invite(people.slice(0, 2), {}, member))).toEqual([refused, refused]);
      const moved = [{ email: "elsewhere@x.org", externalId: "E-boss" }];
      expect(remarks(await invite(moved, {}, member))).toEqual([["INVITED_TO_MORE externalId"]]);
      for (const mode of ["INVITE", "CREATE"]) {
        const payload = await both.browser.change("bulkInvite", { mode, people: people.slice(0, 2) }, fields);
        expect(remarks(payload)).toEqual([refused, refused]);
        const rows = held.map(({ email }) => ["Ann", "Lee", email, "Acme"]);
        const report = await committed(test, both.browser, await aStagedImport(both.browser, rows, { mode }));
        expect(report.rows.nodes.map(({ errors }) => errors.map(({ code }) => code))).toEqual([
          ["INVITED_TO_MORE"],
          ["INVITED_TO_MORE"],
        ]);
      }
      for (const { email } of held)
        expect(await read().findOneByOrFail(Invitation, { email })).toMatchObject({ generation: 1 });
      expect(remarks(await invite(people.slice(2), {}, member))).toEqual([[]]);
      expect((await create({ email: late.email })).userErrors).toEqual([]);
    });

    it("adds 50 people a call and 200 an hour, however many calls come at once (F55)", async () => {
      const tooMany = await invite(some(51, "over"), {}, member);
      expect(tooMany.userErrors).toMatchObject([{ code: "TOO_MANY_PEOPLE", path: ["people"] }]);
      const before = await read().count(Invitation);
      const payloads = await Promise.all(
        Array.from({ length: 8 }, (_, i) => invite(some(49, `loop${i}-`), {}, member)),
      );
      expect(payloads.filter(({ userErrors }) => userErrors[0]?.code === "TOO_MANY_PEOPLE")).toHaveLength(4);
      expect((await read().count(Invitation)) - before).toBe(4 * 49);
      test.clock.forward(hours(1) + 1);
      expect((await invite(some(49, "later"), {}, member)).counts).toMatchObject({ invited: 49 });
    });

    it("has no bulk invite (F55)", async () => {
      const answer = await member.ask("mutation { bulkInvite(input: { people: [] }) { userErrors { code } } }");
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    });
  });

  it("is closed to members without permission and to strangers", async () => {
    const { browser } = await aSignedInUser(test, { email: "nobody@x.org" });
    const query = 'mutation { inviteUsers(input: { people: [{ email: "z@x.org" }] }) { userErrors { code } } }';
    expect((await browser.ask(query)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    browser.cookies.clear();
    expect((await browser.ask(query)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
