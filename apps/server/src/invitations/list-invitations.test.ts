import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { Label } from "../groups/label.entity.js";
import { Team } from "../groups/team.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

describe("the list of invitations", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  const importId = newId();
  const inviterId = newId();

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
    const now = test.clock.now().getTime();
    const at = (hoursAgo: number) => ({ createdAt: new Date(now - hours(hoursAgo)) });
    const rows = [
      anInvitation({
        workspaceId,
        email: "pending@x.org",
        ...at(1),
        importId,
        importRow: 2,
        deliveryState: "SENT",
        firstName: "Éva",
        lastName: "Nagy",
      }),
      anInvitation({
        workspaceId,
        email: "late@x.org",
        ...at(200),
        inviterId,
        lastSentAt: new Date(now - hours(3)),
        sentCount: 2,
        deliveryState: "SENT",
        attention: "NEW_LINK_ASKED",
      }),
      anInvitation({
        workspaceId,
        email: "edge@x.org",
        ...at(168),
        importId,
        importRow: 3,
        lastName: "Evans",
        attention: "SEAT_LIMIT",
      }),
      anInvitation({ workspaceId, email: "accepted@x.org", ...at(300), status: "ACCEPTED", inviterId }),
      anInvitation({ workspaceId, email: "cancelled@x.org", ...at(2), status: "CANCELLED", firstName: "Nadia" }),
      anInvitation({
        workspaceId,
        email: "eva@müller.de",
        emailKey: "eva@xn--mller-kva.de",
        ...at(4),
        lastSentAt: new Date(now - hours(4)),
        deliveryState: "BOUNCED",
      }),
      anInvitation({ workspaceId: newId(), email: "foreign@x.org", ...at(1), importId, inviterId }),
    ];
    await test.app.db.tx((tx) => bulkInsert(tx, Invitation, rows));
  });

  const list = async (variables: Record<string, unknown> = {}) => {
    const answer = await founder.ask(
      `query ($first: Int! = 25, $after: String, $filter: InvitationFilter, $orderBy: InvitationOrder) {
        countInvitations(filter: $filter)
        invitations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount totalCountIsExact pageInfo { hasNextPage hasPreviousPage endCursor } nodes { email status } } }`,
      variables,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    const { nodes, ...rest } = answer.data.invitations;
    const emails = nodes.map(({ email }: { email: string }) => email.split("@")[0]);
    return { emails, nodes, count: answer.data.countInvitations, ...rest };
  };
  const filtered = async (filter: object | null, orderBy?: object) => {
    const page = await list({ filter, orderBy });
    expect(page).toMatchObject({ count: page.emails.length, totalCount: page.emails.length, totalCountIsExact: true });
    return page.emails;
  };

  it("is filtered by what became of the mail, what waits for somebody, what ends soon (F14, F18, F20)", async () => {
    const orders = ["CREATED_AT", "EMAIL", "EXPIRES_AT", "LAST_SENT_AT"];
    const inEveryOrder = async (filter: object) => {
      const answers = [];
      for (const field of orders)
        for (const direction of ["ASC", "DESC"]) answers.push((await filtered(filter, { field, direction })).sort());
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      return answers[0];
    };
    expect(await filtered({ deliveryStatuses: ["SENT"] })).toEqual(["pending", "late"]);
    expect(await inEveryOrder({ deliveryStatuses: ["SENT", "BOUNCED"] })).toEqual(["eva", "late", "pending"]);
    expect(await inEveryOrder({ deliveryStatuses: ["SENT"], importId })).toEqual(["pending"]);
    expect(await inEveryOrder({ attention: ["NEW_LINK_ASKED"] })).toEqual(["late"]);
    expect(await inEveryOrder({ attention: ["NEW_LINK_ASKED", "SEAT_LIMIT"], search: "e" })).toEqual(["edge"]);
    const soon = (count: number) => new Date(test.clock.now().getTime() + hours(count)).toISOString();
    expect(await inEveryOrder({ expiresBefore: soon(165) })).toEqual(["edge", "eva", "late"]);
    expect(await inEveryOrder({ expiresBefore: soon(165), statuses: ["PENDING"] })).toEqual(["eva"]);
    expect(await inEveryOrder({ expiresBefore: soon(0) })).toEqual(["late"]);
    expect(await inEveryOrder({ deliveryStatuses: [] })).toEqual([]);
  });

  it("tells how each stands, expired to the millisecond, the latest first (F14)", async () => {
    const { nodes } = await list();
    expect(nodes).toEqual([
      { email: "pending@x.org", status: "PENDING" },
      { email: "cancelled@x.org", status: "CANCELLED" },
      { email: "eva@müller.de", status: "PENDING" },
      { email: "edge@x.org", status: "EXPIRED" },
      { email: "late@x.org", status: "EXPIRED" },
      { email: "accepted@x.org", status: "ACCEPTED" },
    ]);
  });

  it.each([
    [["PENDING"], ["pending", "eva"]],
    [["EXPIRED"], ["edge", "late"]],
    [
      ["PENDING", "EXPIRED"],
      ["pending", "eva", "edge", "late"],
    ],
    [
      ["ACCEPTED", "CANCELLED"],
      ["cancelled", "accepted"],
    ],
    [
      ["EXPIRED", "CANCELLED", "ACCEPTED"],
      ["cancelled", "edge", "late", "accepted"],
    ],
    [
      ["ACCEPTED", "CANCELLED", "PENDING", "EXPIRED"],
      ["pending", "cancelled", "eva", "edge", "late", "accepted"],
    ],
    [[], []],
  ])("shows those that stand as %j (F14, F17)", async (statuses, expected) => {
    expect(await filtered({ statuses })).toEqual(expected);
    const oldestFirst = await filtered({ statuses }, { field: "CREATED_AT", direction: "ASC" });
    expect(oldestFirst).toEqual(expected.toReversed());
  });

  it("filters by import and by inviter, within the workspace", async () => {
    expect(await filtered({ importId })).toEqual(["pending", "edge"]);
    expect(await filtered({ inviterId: inviterId.toUpperCase() })).toEqual(["late", "accepted"]);
    expect(await filtered({ inviterId, statuses: ["EXPIRED"] })).toEqual(["late"]);
    for (const id of [newId(), "", "nobody", "' OR ''='"]) expect(await filtered({ importId: id || "x" })).toEqual([]);
  });

  it.each([
    ["EMAIL", ["accepted", "cancelled", "edge", "eva", "late", "pending"]],
    ["EXPIRES_AT", ["accepted", "late", "edge", "eva", "cancelled", "pending"]],
    ["LAST_SENT_AT", [null, null, null, null, "eva", "late"]],
  ])("orders by %s, both ways, in pages of any size", async (field, expected) => {
    for (const direction of ["ASC", "DESC"]) {
      const emails: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after, orderBy: { field, direction } });
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        emails.push(...page.emails);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(new Set(emails).size).toBe(6);
      const inOrder = direction === "ASC" ? emails : emails.toReversed();
      for (const [i, email] of expected.entries()) if (email) expect(inOrder[i]).toBe(email);
    }
  });

  it.each([
    ["eva", ["eva", "edge", "pending"]],
    ["ÉVA ", ["edge", "pending"]],
    ["EVA@Müller.DE", ["eva"]],
    ["na", ["pending", "cancelled"]],
    ["eva nag", ["pending"]],
    ["Nagy E", ["pending"]],
    ["x.org", []],
    ["%", []],
    ["_va", []],
    ["\\", []],
    ["'", []],
    ["x".repeat(300), []],
    ["  ", ["pending", "cancelled", "eva", "edge", "late", "accepted"]],
  ])("finds %j by e-mail, last name, then first name, each once", async (search, expected) => {
    expect(await filtered({ search })).toEqual(expected);
  });

  it("searches among those that stand so", async () => {
    expect(await filtered({ search: "eva", statuses: ["PENDING"] })).toEqual(["eva", "pending"]);
    expect(await filtered({ search: "n", statuses: ["CANCELLED"] })).toEqual(["cancelled"]);
  });

  it("refuses a cursor of another filter or order, and a page that is too large", async () => {
    const { pageInfo } = await list({ first: 1 });
    const after = pageInfo.endCursor;
    for (const bad of [
      { after, filter: { search: "eva" } },
      { after, filter: { statuses: ["PENDING"] } },
      { after, orderBy: { field: "EMAIL", direction: "ASC" } },
      { after: after.slice(0, -4) },
      { first: 0 },
      { first: 101 },
    ]) {
      await expect(list(bad)).rejects.toThrow("BAD_USER_INPUT");
    }
  });

  it("loads what belongs to each with a few reads for the whole page", async () => {
    const now = test.clock.now();
    const named = (name: string) => ({ id: newId(), workspaceId, name, nameKey: name.toLowerCase(), createdAt: now });
    const [company, label, zoo, art] = ["Acme", "New", "Zoo", "Art"].map(named) as [Company, Label, Group, Group];
    const leader = aUser({ workspaceId, email: "leader@x.org" });
    const team = { ...named("Blue"), leaderEmailKey: "leader@x.org" };
    const inviter = aUser({ workspaceId, email: "inviter@x.org", firstName: "Ina" });
    const groupImport = newId();
    const more = {
      companyId: company.id,
      teamId: team.id,
      labelId: label.id,
      inviterId: inviter.id,
      importId: groupImport,
    };
    const rows = Array.from({ length: 30 }, (_, i) =>
      anInvitation({ workspaceId, email: `g${i}@x.org`, createdAt: now, ...more }),
    );
    const mail = (subjectId: string, state: OutboxMail["state"], serverAnswer: string | null): OutboxMail => ({
      id: newId(),
      workspaceId,
      kind: "invitation",
      language: "en",
      toAddress: "g@x.org",
      toName: "",
      subjectId,
      generation: 1,
      sealedSecret: null,
      state,
      attempts: 1,
      dueAt: now,
      leaseUntil: null,
      leaseOwner: null,
      serverAnswer,
      stateAt: now,
      createdAt: now,
    });
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Company, [company]);
      await bulkInsert(tx, Label, [label]);
      await bulkInsert(tx, Team, [team]);
      await bulkInsert(tx, Group, [zoo, art]);
      await bulkInsert(tx, User, [leader, inviter]);
      await bulkInsert(tx, Invitation, rows);
      const promises = rows.flatMap(({ id }) => [
        { workspaceId, invitationId: id, groupId: zoo.id, role: "LEARNER" as const },
        { workspaceId, invitationId: id, groupId: zoo.id, role: "COACH" as const },
        { workspaceId, invitationId: id, groupId: art.id, role: "LEARNER" as const },
      ]);
      await bulkInsert(tx, InvitationGroup, promises);
      await bulkInsert(
        tx,
        OutboxMail,
        rows.map(({ id }) => mail(id, "FAILED", "550 no such user")),
      );
      await bulkInsert(
        tx,
        OutboxMail,
        rows.slice(1).map(({ id }) => mail(id, "SENT", "250 OK")),
      );
    });
    const answer = await founder.ask(
      `query ($filter: InvitationFilter) { invitations(first: 30, filter: $filter) { nodes {
        email company { name } team { name leader { email } } label { name } groups { role group { name } } inviter { firstName }
        acceptedUser { id } delivery { status serverAnswer attempts messageId } } } }`,
      { filter: { importId: groupImport } },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.invitations.nodes).toHaveLength(30);
    for (const node of answer.data.invitations.nodes) {
      const isFailed = node.email === "g0@x.org";
      expect(node).toEqual({
        email: node.email,
        company: { name: "Acme" },
        team: { name: "Blue", leader: { email: "leader@x.org" } },
        label: { name: "New" },
        groups: [
          { role: "LEARNER", group: { name: "Art" } },
          { role: "COACH", group: { name: "Zoo" } },
          { role: "LEARNER", group: { name: "Zoo" } },
        ],
        inviter: { firstName: "Ina" },
        acceptedUser: null,
        delivery: {
          status: isFailed ? "FAILED" : "SENT",
          serverAnswer: isFailed ? "550 no such user" : "250 OK",
          attempts: 1,
          messageId: expect.stringMatching(/^[0-9a-f-]{36}@/),
        },
      });
    }
  });
});
