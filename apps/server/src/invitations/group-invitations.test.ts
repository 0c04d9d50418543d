import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Group } from "../groups/group.entity.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { Task } from "../tasks/task.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aName } from "../testing/names.js";
import { anInvitation } from "../testing/rows.js";
import { aRunningApp, hours, type TestApp } from "../testing/start-app.js";
import type { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { InvitationGroup } from "./invitation-group.entity.js";

type Promises = readonly (readonly [GroupRole, Group])[];

/** Stores an invitation that promises these roles. */
async function invited(
  test: TestApp,
  email: string,
  promises: Promises,
  given: Partial<Invitation> & { workspaceId: string },
): Promise<{ invitation: Invitation; token: string }> {
  const made = await anInvitationLink(test.app, { email, ...given });
  const { id: invitationId, workspaceId } = made.invitation;
  const rows = promises.map(([role, { id: groupId }]) => ({ workspaceId, invitationId, groupId, role }));
  await test.app.db.tx((tx) => bulkInsert(tx, InvitationGroup, rows));
  return made;
}

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("the invitations to a group", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let runner: { user: User; browser: Browser };
  let pilots: Group;
  let sailors: Group;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    runner = await aSignedInUser(test, { email: "runner@x.org" });
    pilots = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user] });
    sailors = await aGroup(test, "Sailors");
    ({ workspaceId } = pilots);
  });

  const someone = async (promises: Promises, given: Partial<Invitation> = {}) =>
    (await invited(test, `person${++people}@x.org`, promises, { workspaceId, inviterId: runner.user.id, ...given }))
      .invitation;
  const learner = (given: Partial<Invitation> = {}) => someone([["LEARNER", pilots]], given);
  const stored = (id: string) => test.app.db.read.findOneByOrFail(Invitation, { id });
  const codeOf = (answer: Awaited<ReturnType<Browser["ask"]>>) => answer.errors?.[0]?.extensions.code ?? null;
  const list = (filter: object | null, by = runner.browser, more = "") =>
    by.ask(
      `query ($filter: InvitationFilter) { countInvitations(filter: $filter)
        invitations(filter: $filter${more}) { totalCount nodes { email } } }`,
      { filter },
    );

  describe("in lists", () => {
    beforeAll(async () => {
      await test.app.db.tx((tx) => tx.delete(InvitationGroup, { workspaceId }));
    });

    it("are those into it in any role, each once, in every order and with every other filter (F6, F14)", async () => {
      const importId = newId();
      const old = { createdAt: new Date(test.clock.now().getTime() - hours(500)) };
      const rows = [
        await someone(
          [
            ["LEARNER", pilots],
            ["COACH", pilots],
          ],
          { email: "zoe@list.org", lastName: "Listed" },
        ),
        await someone(
          [
            ["COACH", pilots],
            ["LEARNER", sailors],
          ],
          { email: "ann@list.org", importId },
        ),
        await learner({ email: "late@list.org", ...old, attention: "NEW_LINK_ASKED", deliveryState: "SENT" }),
        await learner({ email: "gone@list.org", status: "CANCELLED", lastSentAt: test.clock.now() }),
      ];
      await someone([["LEARNER", sailors]], { email: "other@list.org" });
      await someone([], { email: "none@list.org" });
      await invited(test, "foreign@list.org", [["LEARNER", pilots]], { workspaceId: newId() });
      const names = ({ data }: Awaited<ReturnType<typeof list>>) => {
        const { nodes, totalCount } = data.invitations;
        expect([nodes.length, data.countInvitations]).toEqual([totalCount, totalCount]);
        return nodes.map(({ email }: { email: string }) => email.split("@")[0]).sort();
      };
      const mine = (filter: object = {}) => ({ groupId: pilots.id.toUpperCase(), ...filter });
      for (const field of ["CREATED_AT", "EMAIL", "EXPIRES_AT", "LAST_SENT_AT"])
        for (const direction of ["ASC", "DESC"]) {
          const ordered = await list(mine(), runner.browser, `, orderBy: { field: ${field}, direction: ${direction} }`);
          expect([field, direction, names(ordered)]).toEqual([field, direction, ["ann", "gone", "late", "zoe"]]);
        }
      const search = names(await list(mine({ search: "listed" })));
      expect(search).toEqual(["zoe"]);
      expect(names(await list(mine({ search: "other" })))).toEqual([]);
      expect(names(await list(mine({ statuses: ["EXPIRED", "CANCELLED"] })))).toEqual(["gone", "late"]);
      expect(names(await list(mine({ attention: ["NEW_LINK_ASKED"], deliveryStatuses: ["SENT"] })))).toEqual(["late"]);
      expect(names(await list(mine({ importId })))).toEqual(["ann"]);
      expect(names(await list(mine({ expiresBefore: test.clock.now().toISOString() })))).toEqual(["late"]);
      for (const field of ["CREATED_AT", "EMAIL"]) {
        const order = `, orderBy: { field: ${field}, direction: ASC }`;
        expect(names(await list(mine({ importId, statuses: ["PENDING"] }), founder, order))).toEqual(["ann"]);
      }
      expect(names(await list({ groupId: sailors.id }, founder))).toEqual(["ann", "other"]);
      for (const groupId of [newId(), "1"]) expect(names(await list({ groupId }, founder))).toEqual([]);
      expect(rows).toHaveLength(4);
    });

    it("are for its administrator: another group is NOT_FOUND, the whole workspace FORBIDDEN (F53)", async () => {
      expect(codeOf(await list({ groupId: pilots.id }))).toBeNull();
      for (const groupId of [sailors.id, newId(), "1", ""]) {
        expect([groupId, codeOf(await list({ groupId }))]).toEqual([groupId, "NOT_FOUND"]);
      }
      for (const filter of [null, {}, { search: "ann" }, { groupId: null }, { inviterId: runner.user.id }]) {
        expect([filter, codeOf(await list(filter))]).toEqual([filter, "FORBIDDEN"]);
      }
      const { user, browser } = await aSignedInUser(test, { email: "coach@x.org" });
      const member = { workspaceId, groupId: pilots.id, userId: user.id };
      await test.app.db.tx((tx) => bulkInsert(tx, GroupMember, [{ ...member, role: "COACH" }]));
      expect(codeOf(await list({ groupId: pilots.id }, browser))).toBe("FORBIDDEN");
    });
  });

  it("show no other group, no import, and of people only names (F6)", async () => {
    const [label, company] = [
      await aName(test.app, "label", { workspaceId, name: "Crew" }),
      await aName(test.app, "company", { workspaceId, name: "Acme" }),
    ];
    const columns = ["first_name", "last_name", "email", "company"];
    const file = { fileName: "p.csv", totalRows: 1, columns };
    const { import: made } = await founder.change("startImport", file, "import { id }");
    const session = await aProgramSession(test, pilots, { name: "Night" });
    const { id } = await someone(
      [
        ["COACH", pilots],
        ["LEARNER", sailors],
      ],
      {
        labelId: label.id,
        companyId: company.id,
        importId: made.id,
        programSessionId: session.id,
        acceptedUserId: runner.user.id,
        status: "ACCEPTED",
      },
    );
    const query = `query ($id: ID!) { invitation(id: $id) { email label { name } groups { role group { name } }
      import { id } programSession { name } inviter { email lastSignInAt groups { role } }
      acceptedUser { username } timeline { event actor { email } } } }`;
    const { data } = await (await colleague()).ask(query, { id });
    expect(data.invitation).toMatchObject({
      label: { name: "Crew" },
      groups: [{ role: "COACH", group: { name: "Pilots" } }],
      import: null,
      programSession: { name: "Night" },
      inviter: { email: null, lastSignInAt: null, groups: [] },
      acceptedUser: { username: null },
    });
    const asFounder = await founder.ask("query ($id: ID!) { invitation(id: $id) { groups { role } import { id } } }", {
      id,
    });
    expect(asFounder.data.invitation).toEqual({ groups: [{ role: "COACH" }, { role: "LEARNER" }], import: made });
  });

  /** A second administrator of the group. */
  async function colleague(): Promise<Browser> {
    const { user, browser } = await aSignedInUser(test, { email: `colleague${++people}@x.org` });
    const member = { workspaceId, groupId: pilots.id, userId: user.id, role: "ADMINISTRATOR" as const };
    await test.app.db.tx((tx) => bulkInsert(tx, GroupMember, [member]));
    return browser;
  }

  const act = (operation: string, input: Record<string, unknown>, by = runner.browser) =>
    by.change(operation, input, "affected task { id }");

  it("are cancelled, renewed, corrected and their links copied by its administrator, whoever made them (F6, F15, F16)", async () => {
    const by = await colleague();
    const made = [await learner(), await someone([["ADMINISTRATOR", pilots]], { inviterId: newId() })] as const;
    const ids = made.map(({ id }) => id);
    expect(await act("resendInvitations", { ids }, by)).toMatchObject({ affected: 2, userErrors: [] });
    for (const id of ids) expect(await stored(id)).toMatchObject({ generation: 2, sentCount: 1 });
    const copied = await by.change("copyInvitationLink", { invitationId: ids[0] }, "link");
    expect(copied).toMatchObject({ link: expect.stringContaining("/join#"), userErrors: [] });
    const changed = await by.change(
      "changeInvitation",
      { invitationId: ids[0], email: "right@x.org", lifetimeHours: 24 },
      "invitation { email mayChange }",
    );
    expect(changed).toEqual({ invitation: { email: "right@x.org", mayChange: true }, userErrors: [] });
    expect(await act("cancelInvitations", { ids }, by)).toMatchObject({ affected: 2, userErrors: [] });
    for (const id of ids) expect(await stored(id)).toMatchObject({ status: "CANCELLED" });
  });

  it("are left alone where they promise more than their administrator could give (F57)", async () => {
    const more = [
      await someone([
        ["LEARNER", pilots],
        ["LEARNER", sailors],
      ]),
      await someone([["LEARNER", pilots]], { userType: "ADMINISTRATOR" }),
    ];
    const fine = await learner();
    const ids = [...more, fine].map(({ id }) => id);
    for (const operation of ["resendInvitations", "cancelInvitations"]) {
      const payload = await act(operation, { ids });
      expect(payload.affected).toBe(1);
      expect(codes(payload).sort()).toEqual(["NOT_ALLOWED ids 0", "NOT_ALLOWED ids 1"]);
    }
    for (const { id } of more) {
      const refused = ["NOT_ALLOWED invitationId"];
      expect(codes(await runner.browser.change("copyInvitationLink", { invitationId: id }))).toEqual(refused);
      const changes = [{ lifetimeHours: 1 }, { email: `${newId()}@x.org` }];
      for (const change of changes) {
        expect(codes(await runner.browser.change("changeInvitation", { invitationId: id, ...change }))).toEqual(
          refused,
        );
      }
      expect(await stored(id)).toMatchObject({ status: "PENDING", generation: 1, lifetimeHours: 168 });
      const { data } = await runner.browser.ask("query ($id: ID!) { invitation(id: $id) { mayChange } }", { id });
      expect(data.invitation).toEqual({ mayChange: false });
    }
    expect(await stored(fine.id)).toMatchObject({ status: "CANCELLED" });
  });

  it("that hold what only the workspace gives are sent again and withdrawn, and brought to nobody else (F57)", async () => {
    const company = await aName(test.app, "company", { workspaceId, name: "Initech" });
    const team = await aName(test.app, "team", { workspaceId, name: "Green" });
    const given = [
      { companyId: company.id },
      { teamId: team.id },
      { deletionDate: "2031-01-01" },
      { externalId: "E-77" },
      { sealedIdentity: "{}" },
    ];
    for (const values of given) {
      const { id } = await someone([["LEARNER", pilots]], values);
      const { browser } = runner;
      const query = "query ($id: ID!) { invitation(id: $id) { mayChange mayHandOver } }";
      expect((await browser.ask(query, { id })).data.invitation).toEqual({ mayChange: true, mayHandOver: false });
      const refused = ["NOT_ALLOWED invitationId"];
      expect(codes(await browser.change("copyInvitationLink", { invitationId: id }))).toEqual(refused);
      const readdressed = { invitationId: id, email: `${newId()}@x.org` };
      expect(codes(await browser.change("changeInvitation", readdressed))).toEqual(refused);
      expect(codes(await browser.change("changeInvitation", { invitationId: id, lifetimeHours: 30 }))).toEqual([]);
      expect(await act("resendInvitations", { ids: [id] })).toMatchObject({ affected: 1, userErrors: [] });
      expect(await act("cancelInvitations", { ids: [id] })).toMatchObject({ affected: 1, userErrors: [] });
    }
  });

  it("say to who adds people that they may change all, and hand over what they could give (F57)", async () => {
    const { browser } = await aSignedInUser(test, { email: "adder@x.org", permissions: ["USER_REGISTRATION"] });
    const made = [
      await someone([["LEARNER", pilots]], { deletionDate: "2031-01-01" }),
      await someone([["COACH", pilots]]),
      await someone([], { userType: "ADMINISTRATOR" }),
    ];
    const may = async (id: string) =>
      (await browser.ask("query ($id: ID!) { invitation(id: $id) { mayChange mayHandOver } }", { id })).data.invitation;
    expect(await Promise.all(made.map(({ id }) => may(id)))).toEqual([
      { mayChange: true, mayHandOver: true },
      { mayChange: true, mayHandOver: false },
      { mayChange: true, mayHandOver: false },
    ]);
    const ids = made.map(({ id }) => id);
    expect(await act("resendInvitations", { ids }, browser)).toMatchObject({ affected: 3, userErrors: [] });
  });

  it("are NOT_FOUND by every id that leads elsewhere, and nothing is done then (F53)", async () => {
    const own = await learner();
    const foreign = await invited(test, "foreign@x.org", [["LEARNER", pilots]], { workspaceId: newId() });
    const others = [await someone([["LEARNER", sailors]]), await someone([]), foreign.invitation].map(({ id }) => id);
    for (const id of [...others, newId(), "1"]) {
      const asked = [
        act("cancelInvitations", { ids: [own.id, id] }),
        act("resendInvitations", { ids: [own.id, id] }),
        runner.browser.change("copyInvitationLink", { invitationId: id }),
        runner.browser.change("changeInvitation", { invitationId: id, lifetimeHours: 1 }),
      ];
      for (const call of asked) await expect(call).rejects.toThrow("NOT_FOUND");
      expect(codeOf(await runner.browser.ask("query ($id: ID!) { invitation(id: $id) { id } }", { id }))).toBe(
        "NOT_FOUND",
      );
    }
    for (const id of [own.id, ...others]) expect(await stored(id)).toMatchObject({ status: "PENDING", generation: 1 });
  });

  it("are acted on by a filter with a group of theirs alone", async () => {
    const importId = newId();
    for (let i = 0; i < 3; i++) await learner({ importId });
    const more = await someone(
      [
        ["COACH", pilots],
        ["COACH", sailors],
      ],
      { importId },
    );
    const refused: [object, string][] = [
      [{ importId }, "FORBIDDEN"],
      [{}, "FORBIDDEN"],
      [{ importId, groupId: sailors.id }, "NOT_FOUND"],
      [{ importId, groupId: newId() }, "NOT_FOUND"],
    ];
    for (const operation of ["cancelInvitations", "resendInvitations"]) {
      for (const [filter, code] of refused) {
        await expect(act(operation, { filter, expectedCount: 4 })).rejects.toThrow(code);
      }
      await expect(act(operation, {})).rejects.toThrow("FORBIDDEN");
    }
    const filter = { importId, groupId: pilots.id };
    expect(codes(await act("cancelInvitations", { filter, expectedCount: 3 }))).toEqual([
      "SELECTION_CHANGED expectedCount",
    ]);
    const payload = await act("cancelInvitations", { filter, expectedCount: 4 });
    expect(payload.affected).toBe(3);
    expect(codes(payload)).toEqual(["NOT_ALLOWED filter"]);
    expect(await stored(more.id)).toMatchObject({ status: "PENDING" });
  });

  it("are resent to 200 people an hour without can_bulk_invite (F55)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "hourly@x.org" });
    const group = await aGroup(test, "Hourly", { ADMINISTRATOR: [user] });
    const rows = Array.from({ length: 201 }, (_, i) => anInvitation({ workspaceId, email: `hour${i}@x.org` }));
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Invitation, rows);
      const promise = { workspaceId, groupId: group.id, role: "LEARNER" as const };
      await bulkInsert(
        tx,
        InvitationGroup,
        rows.map(({ id }) => ({ ...promise, invitationId: id })),
      );
    });
    const ids = rows.map(({ id }) => id);
    expect(codes(await act("resendInvitations", { ids }, browser))).toEqual(["TOO_MANY_PEOPLE ids"]);
    expect((await act("resendInvitations", { ids: ids.slice(1) }, browser)).affected).toBe(200);
  });

  describe("in the background", () => {
    /** As many as make a task of it. */
    const many = async (promises: Promises) => {
      const importId = newId();
      const rows = Array.from({ length: 1_100 }, (_, i) =>
        anInvitation({ workspaceId, importId, email: `${i}@${importId}.org`, createdAt: test.clock.now() }),
      );
      await test.app.db.tx(async (tx) => {
        await bulkInsert(tx, Invitation, rows);
        const promised = rows.flatMap(({ id: invitationId }) =>
          promises.map(([role, { id: groupId }]) => ({ workspaceId, invitationId, groupId, role })),
        );
        await bulkInsert(tx, InvitationGroup, promised);
      });
      return importId;
    };
    const finished = async (id: string, by: Browser) => {
      for (;;) {
        const { data } = await by.ask("query ($id: ID!) { task(id: $id) { status done refused total } }", { id });
        if (data.task.status !== "RUNNING") return data.task;
        test.app.jobs.wake("tasks");
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const pending = (importId: string) => test.app.db.read.countBy(Invitation, { importId, status: "PENDING" });

    it("are cancelled by a task that begins with the group", async () => {
      const importId = await many([["COACH", pilots]]);
      const filter = { importId, groupId: pilots.id };
      const { task } = await act("cancelInvitations", { filter, expectedCount: 1_100 });
      expect(await finished(task.id, runner.browser)).toEqual({
        status: "DONE",
        done: 1_100,
        refused: 0,
        total: 1_100,
      });
      expect(await pending(importId)).toBe(0);
    });

    /** A task begun by this user for the invitations to a group, which waits for a worker of the test's own. */
    const aTask = async (createdById: string, filter: object): Promise<Task> => {
      const leaseUntil = new Date(test.clock.now().getTime() + 30_000);
      const task: Task = {
        id: newId(),
        workspaceId,
        createdById,
        kind: "cancel_invitations",
        selection: { filter, upTo: newId() },
        options: {},
        state: "RUNNING",
        total: 1_100,
        done: 0,
        refused: 0,
        cursor: null,
        attempts: 0,
        leaseUntil,
        leaseOwner: newId(),
        createdAt: test.clock.now(),
        finishedAt: null,
      };
      await test.app.db.tx((tx) => bulkInsert(tx, Task, [task]));
      return task;
    };

    it.each([
      ["administers another group only", ["Second"], { status: "DONE", done: 0, refused: 1_100 }],
      ["administers none", [], { status: "FAILED", done: 0, refused: 0 }],
    ])("are left alone once whoever began it %s (F54)", async (_, left, expected) => {
      const { user, browser } = await aSignedInUser(test, { email: `mover${++people}@x.org` });
      const first = await aGroup(test, `First ${people}`, { ADMINISTRATOR: [user] });
      for (const name of left) await aGroup(test, `${name} ${people}`, { ADMINISTRATOR: [user] });
      const importId = await many([["LEARNER", first]]);
      const task = await aTask(user.id, { importId, groupId: first.id });
      await test.app.db.tx((tx) => tx.delete(GroupMember, { groupId: first.id, userId: user.id }));
      test.clock.forward(30_000);
      expect(await finished(task.id, browser)).toMatchObject(expected);
      expect(await pending(importId)).toBe(1_100);
    });
  });
});
