import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Label } from "../groups/label.entity.js";
import { Team } from "../groups/team.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { aFounder, Browser } from "../testing/browser.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "./user.entity.js";

const founded = "ada";

describe("the list of users", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let founderId: string;
  const [importId, companyId, labelId, groupId, teamId] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const foreign = aUser({
    workspaceId: newId(),
    email: "foreign@x.org",
    lastName: "Abba",
    importId,
    companyId,
    labelId,
  });

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ id: founderId, workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
    const now = test.clock.now().getTime();
    const ago = (count: number) => new Date(now - hours(count));
    const rows = [
      aUser({
        workspaceId,
        email: "zed@x.org",
        firstName: "Zed",
        lastName: "Ärm",
        createdAt: ago(5),
        lastSignInAt: ago(1),
      }),
      aUser({
        workspaceId,
        email: "amy@x.org",
        firstName: "Amy",
        lastName: "arm",
        createdAt: ago(4),
        userType: "ADMINISTRATOR",
        companyId,
        language: "fr",
      }),
      aUser({
        workspaceId,
        email: null,
        username: "card.holder",
        firstName: "Bo",
        lastName: "Öberg",
        createdAt: ago(3),
        importId,
        labelId,
      }),
      aUser({
        workspaceId,
        email: "cy@x.org",
        firstName: "Cy",
        lastName: null,
        createdAt: ago(2),
        status: "PENDING",
        activatedAt: null,
        activationExpiresAt: new Date("2026-11-23T09:00:00Z"),
        deliveryState: "FAILED",
        attention: "NEW_LINK_ASKED",
        teamId,
      }),
      aUser({
        workspaceId,
        email: "arm@y.org",
        username: "wing",
        firstName: "Dee",
        lastName: "Young",
        createdAt: ago(1),
        status: "DEACTIVATED",
        activationExpiresAt: new Date("2026-11-20T09:00:00Z"),
        deletionDate: "2026-12-24",
        deliveryState: "SENT",
        importId,
      }),
      foreign,
    ];
    const member = { workspaceId, groupId };
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, User, rows);
      const named = { workspaceId, createdAt: test.clock.now() };
      await bulkInsert(tx, Company, [{ ...named, id: companyId, name: "Acme", nameKey: "acme" }]);
      await bulkInsert(tx, Label, [{ ...named, id: labelId, name: "VIP", nameKey: "vip" }]);
      await bulkInsert(tx, Team, [
        { ...named, id: teamId, name: "Blue", nameKey: "blue", leaderImportId: null, leaderEmailKey: "amy@x.org" },
      ]);
      await bulkInsert(tx, Group, [{ ...named, id: groupId, name: "Course", nameKey: "course" }]);
      const grant = { workspaceId, grantedBy: founderId, createdAt: test.clock.now() };
      await bulkInsert(tx, Grant, [
        { ...grant, userId: rows[0]?.id as string, permission: "CAN_BULK_INVITE" },
        { ...grant, userId: rows[1]?.id as string, permission: "CAN_BULK_INVITE" },
        { ...grant, userId: rows[1]?.id as string, permission: "MANAGE_USERS" },
        { ...grant, userId: rows[4]?.id as string, permission: "MANAGE_USERS" },
        { ...grant, workspaceId: foreign.workspaceId, userId: foreign.id, permission: "CAN_BULK_INVITE" },
      ]);
      await bulkInsert(tx, GroupMember, [
        { ...member, userId: rows[0]?.id as string, role: "LEARNER" },
        { ...member, userId: rows[0]?.id as string, role: "COACH" },
        { ...member, userId: rows[2]?.id as string, role: "LEARNER" },
      ]);
    });
  });

  const list = async (variables: Record<string, unknown> = {}, browser = founder) => {
    const answer = await browser.ask(
      `query ($first: Int! = 25, $after: String, $filter: UserFilter, $orderBy: UserOrder) {
        countUsers(filter: $filter)
        users(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount totalCountIsExact pageInfo { hasNextPage endCursor } nodes { firstName } } }`,
      variables,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    const { nodes, ...rest } = answer.data.users;
    const names = nodes.map(({ firstName }: { firstName: string }) => firstName.toLowerCase());
    return { names, count: answer.data.countUsers, ...rest };
  };
  const filtered = async (filter: object, orderBy?: object) => {
    const page = await list({ filter, orderBy });
    expect(page).toMatchObject({ count: page.names.length, totalCount: page.names.length, totalCountIsExact: true });
    return page.names;
  };

  it("is alphabetical at first, by last, then first name, whatever case and accents (F45)", async () => {
    expect((await list()).names).toEqual(["cy", "amy", "zed", "bo", founded, "dee"]);
  });

  it.each([
    ["EMAIL", ["bo", founded, "amy", "dee", "cy", "zed"]],
    ["CREATED_AT", ["zed", "amy", "bo", "cy", "dee", founded]],
    ["NAME", ["cy", "amy", "zed", "bo", founded, "dee"]],
  ])("orders by %s, both ways, in pages of any size; who has none first (F45)", async (field, expected) => {
    for (const direction of ["ASC", "DESC"]) {
      const names: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after, orderBy: { field, direction } });
        names.push(...page.names);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(names).toEqual(direction === "ASC" ? expected : expected.toReversed());
    }
  });

  it("orders by the latest sign-in, who never did last", async () => {
    const { names } = await list({ orderBy: { field: "LAST_SIGN_IN_AT", direction: "DESC" } });
    expect(names.slice(0, 2)).toEqual([founded, "zed"]);
  });

  it("filters by each, and by all together, within the workspace", async () => {
    expect(await filtered({ statuses: ["PENDING", "DEACTIVATED"] })).toEqual(["cy", "dee"]);
    expect(await filtered({ statuses: ["ACTIVE"] })).toEqual(["amy", "zed", "bo", founded]);
    expect(await filtered({ statuses: [] })).toEqual([]);
    expect(await filtered({ userTypes: ["FOUNDER", "ADMINISTRATOR"] })).toEqual(["amy", founded]);
    expect(await filtered({ importId })).toEqual(["bo", "dee"]);
    expect(await filtered({ companyId: companyId.toUpperCase() })).toEqual(["amy"]);
    expect(await filtered({ labelId })).toEqual(["bo"]);
    expect(await filtered({ teamId })).toEqual(["cy"]);
    expect(await filtered({ teamId, statuses: ["ACTIVE"] })).toEqual([]);
    expect(await filtered({ permissions: ["CAN_BULK_INVITE"] })).toEqual(["amy", "zed"]);
    expect(await filtered({ permissions: ["MANAGE_USERS", "CAN_BULK_INVITE"] })).toEqual(["amy", "zed", "dee"]);
    expect(await filtered({ permissions: ["CAN_BULK_INVITE"], groupId, search: "z" })).toEqual(["zed"]);
    expect(await filtered({ permissions: ["USER_REGISTRATION"] })).toEqual([]);
    expect(await filtered({ permissions: [] })).toEqual([]);
    expect(await filtered({ groupId })).toEqual(["zed", "bo"]);
    expect(await filtered({ language: "FR" })).toEqual(["amy"]);
    expect(await filtered({ deliveryStatuses: ["FAILED", "BOUNCED"] })).toEqual(["cy"]);
    expect(await filtered({ deliveryStatuses: ["FAILED", "SENT"] })).toEqual(["cy", "dee"]);
    expect(await filtered({ attention: ["NEW_LINK_ASKED"] })).toEqual(["cy"]);
    expect(await filtered({ attention: ["SEAT_LIMIT"] })).toEqual([]);
    expect(await filtered({ activationExpiresBefore: "2026-11-23T09:00:00.001Z" })).toEqual(["cy"]);
    expect(await filtered({ activationExpiresBefore: "2026-11-23T09:00:00.000Z" })).toEqual([]);
    expect(await filtered({ deletionBefore: "2026-12-25", statuses: ["DEACTIVATED"] })).toEqual(["dee"]);
    expect(await filtered({ deletionBefore: "2026-12-24" })).toEqual([]);
    expect(await filtered({ deletionBefore: "2027-01-01" }, { field: "CREATED_AT", direction: "DESC" })).toEqual([
      "dee",
    ]);
    expect(await filtered({ groupId, labelId, importId, statuses: ["ACTIVE"], search: "ob" })).toEqual(["bo"]);
    expect(await filtered({ groupId }, { field: "EMAIL", direction: "DESC" })).toEqual(["zed", "bo"]);
    for (const id of [newId(), "x", "' OR 1 = 1 --"]) expect(await filtered({ groupId: id })).toEqual([]);
  });

  it.each([
    ["arm", ["dee", "amy", "zed"]],
    ["ÄRM", ["amy", "zed"]],
    ["card", ["bo"]],
    ["a", ["ada", "amy", "dee", "zed"]],
    ["ada", ["ada"]],
    ["foreign", []],
    ["Zed Ä", ["zed"]],
    ["arm z", ["zed"]],
    ["amy armstrong", []],
    ["\u0301", []],
    ["%", []],
  ])("finds %j by e-mail, username, last, then first name, each once (F45)", async (search, expected) => {
    const names = await filtered({ search });
    expect([...names].sort()).toEqual([...expected].sort());
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof list>> = await list({ first: 1, after, filter: { search } });
      paged.push(...page.names);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(names);
  });

  const read = (browser: Browser, id: string) =>
    browser.ask(
      `query ($id: ID!) { user(id: $id) { firstName email company { name } label { name } groups { role group { name } }
        team { name leader { firstName } } } }`,
      { id },
    );

  it("shows one user with what belongs to them, and nobody of another workspace", async () => {
    const { id } = await test.app.db.read.findOneByOrFail(User, { workspaceId, firstKey: "zed" });
    expect((await read(founder, id.toUpperCase())).data.user).toEqual({
      firstName: "Zed",
      email: "zed@x.org",
      company: null,
      label: null,
      groups: [
        { role: "COACH", group: { name: "Course" } },
        { role: "LEARNER", group: { name: "Course" } },
      ],
      team: null,
    });
    const cy = await test.app.db.read.findOneByOrFail(User, { workspaceId, firstKey: "cy" });
    expect((await read(founder, cy.id)).data.user.team).toEqual({ name: "Blue", leader: { firstName: "Amy" } });
    for (const unknown of [foreign.id, newId(), "zed"]) {
      expect((await read(founder, unknown)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
  });

  it("is for those who may see users; everyone sees themselves", async () => {
    const member = aUser({ workspaceId, email: "member@x.org", firstName: "Me", lastName: "Zzz" });
    const browser = await signedInAs(test, member);
    await expect(list({}, browser)).rejects.toThrow("FORBIDDEN");
    await expect(list({}, new Browser(test))).rejects.toThrow("UNAUTHENTICATED");
    expect((await read(browser, member.id)).data.user).toMatchObject({ firstName: "Me", email: "member@x.org" });
    expect((await read(browser, founderId)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const manager = await signedInAs(
      test,
      aUser({ workspaceId, email: "manager@x.org", firstName: "Ma", lastName: "Zzz" }),
      ["MANAGE_USERS"],
    );
    expect((await list({ first: 1 }, manager)).names).toEqual(["cy"]);
  });

  it("tells those who only invite no more of an inviter than the name", async () => {
    const helper = await signedInAs(
      test,
      aUser({ workspaceId, email: "helper@x.org", firstName: "He", lastName: "Zzz" }),
      ["USER_REGISTRATION"],
    );
    const invitation = anInvitation({ workspaceId, email: "i@x.org", inviterId: founderId });
    await test.app.db.tx((tx) => bulkInsert(tx, Invitation, [invitation]));
    const ask = (browser: Browser) =>
      browser.ask(
        "query ($id: ID!) { invitation(id: $id) { inviter { firstName email username lastSignInAt groups { role } } } }",
        {
          id: invitation.id,
        },
      );
    expect((await ask(helper)).data.invitation.inviter).toEqual({
      firstName: "Ada",
      email: null,
      username: null,
      lastSignInAt: null,
      groups: [],
    });
    expect((await ask(founder)).data.invitation.inviter).toMatchObject({
      email: "ada@northwind.example",
      username: "ada",
    });
  });
});
