import { finishImport } from "../imports/finish-import.js";
import { Import } from "../imports/import.entity.js";
import { ImportChunk } from "../imports/import-chunk.entity.js";
import { ImportIssue } from "../imports/import-issue.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aStagedImport, committed, someColumns } from "../testing/an-import.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";

const columns = [...someColumns, "team", "team_leader"];
const row = (name: string, team = "", leader = "") => [
  name,
  "Lee",
  `${name}@x.org`,
  "Acme",
  team,
  leader && `${leader}@x.org`,
];

describe("leaders of teams, whenever they come (F36)", () => {
  const test = aRunningApp();
  let founder: Browser;

  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const importFile = async (rows: string[][], options: object = {}) =>
    committed(test, founder, await aStagedImport(founder, rows, { columns, size: 1, ...options }));
  const invite = (people: object[], operation = "inviteUsers") =>
    founder.change(operation, { people, createMissing: true }, "results { outcome link }");
  const leaderOf = async (search: string) => {
    const query =
      "query ($search: String) { teams(search: $search) { nodes { leaderEmail leader { username status } } } }";
    const { leaderEmail, leader } = (await founder.ask(query, { search })).data.teams.nodes[0];
    return [leaderEmail, leader?.username ?? null, leader?.status ?? null];
  };
  /** The person accepts the invitation, of which another link is copied. */
  const accept = async (name: string) => {
    const found = await founder.ask(`{ invitations(filter: { search: "${name}@" }) { nodes { id } } }`);
    const invitationId = found.data.invitations.nodes[0].id;
    const { link } = await founder.change("copyInvitationLink", { invitationId }, "link");
    const form = { firstName: name, lastName: "Lee", username: name, password: "twelve green bicycles" };
    const payload = await new Browser(test).change("acceptInvitation", { token: link.split("#")[1], ...form });
    expect(payload.userErrors).toEqual([]);
  };

  it("stand later in the same file, and lead once they have accepted", async () => {
    const report = await importFile([row("a1", "Ants", "a2"), row("a2", "Ants")]);
    expect(report.counts).toMatchObject({ invited: 2, rejected: 0 });
    expect(await leaderOf("Ants")).toEqual(["a2@x.org", null, null]);
    await accept("a1");
    expect(await leaderOf("Ants")).toEqual(["a2@x.org", null, null]);
    await accept("a2");
    expect(await leaderOf("Ants")).toEqual(["a2@x.org", "a2", "ACTIVE"]);
  });

  it("come with a later file", async () => {
    await importFile([row("b1", "Bees", "b2")]);
    expect(await leaderOf("Bees")).toEqual(["b2@x.org", null, null]);
    await importFile([row("b2", "Bees")]);
    await accept("b2");
    expect(await leaderOf("Bees")).toEqual(["b2@x.org", "b2", "ACTIVE"]);
  });

  it("come with a later file that makes accounts", async () => {
    await importFile([row("c1", "Crabs", "c2")]);
    const made = { mode: "CREATE", existing: "UPDATE", columns: [...someColumns, "username"] };
    await importFile([["c2", "Lee", "c2@x.org", "Acme", "c2"]], made);
    expect(await leaderOf("Crabs")).toEqual(["c2@x.org", "c2", "PENDING"]);
  });

  it("came with a file before, or were here", async () => {
    await importFile([row("d1", "Ducks")]);
    await accept("d1");
    expect(await leaderOf("Ducks")).toEqual([null, null, null]);
    await importFile([row("d2", "Ducks", "d1")]);
    expect(await leaderOf("Ducks")).toEqual(["d1@x.org", "d1", "ACTIVE"]);
  });

  it("are named by whoever is here already, where the policy lets values be set", async () => {
    await importFile([row("e1", "Eels")]);
    await accept("e1");
    await importFile([row("e1", "Eels", "e2")]);
    expect(await leaderOf("Eels")).toEqual([null, null, null]);
    const report = await importFile([row("e1", "Eels", "e2")], { existing: "FILL_EMPTY" });
    expect(report.counts).toMatchObject({ updated: 1 });
    await importFile([row("e2")]);
    await accept("e2");
    expect(await leaderOf("Eels")).toEqual(["e2@x.org", "e2", "ACTIVE"]);
  });

  it.each(["inviteUsers", "bulkInvite"])("come with another invitation, before or after: %s", async (operation) => {
    const at = (name: string) => `${operation.toLowerCase()}-${name}`;
    const team = `Team of ${operation}`;
    const member = (name: string, more: object = {}) => ({ email: `${at(name)}@x.org`, team, ...more });
    await invite([member("one", { teamLeader: `${at("two")}@x.org` })], operation);
    expect(await leaderOf(team)).toEqual([`${at("two")}@x.org`, null, null]);
    await invite([member("two")], operation);
    await accept(at("two"));
    expect(await leaderOf(team)).toEqual([`${at("two")}@x.org`, at("two"), "ACTIVE"]);
    // in one call: the leader first, last, and two that disagree
    const people = [
      member("three"),
      member("four", { teamLeader: `${at("five")}@x.org` }),
      member("five", { teamLeader: `${at("three")}@x.org` }),
    ];
    await invite(people, operation);
    await accept(at("three"));
    expect(await leaderOf(team)).toEqual([`${at("three")}@x.org`, at("three"), "ACTIVE"]);
  });

  it("are one of them when two files name the team at the same moment", async () => {
    const files = [
      [row("f1", "Frogs", "f2"), row("f2", "Frogs")],
      [row("f3", "Frogs", "f4"), row("f4", "Frogs")],
    ];
    const reports = await Promise.all(files.map((rows) => importFile(rows)));
    expect(reports.map(({ status, counts }) => [status, counts.invited])).toEqual([
      ["DONE", 2],
      ["DONE", 2],
    ]);
    const [leader] = await leaderOf("Frogs");
    expect(["f2@x.org", "f4@x.org"]).toContain(leader);
    await accept(leader.split("@")[0]);
    expect(await leaderOf("Frogs")).toMatchObject([leader, leader.split("@")[0], "ACTIVE"]);
  });

  it("follow the address of their invitation when that is corrected", async () => {
    await invite([{ email: "l1@x.org", team: "Lions", teamLeader: "l1@x.org" }]);
    const found = await founder.ask('{ invitations(filter: { search: "l1@" }) { nodes { id } } }');
    await founder.change("changeInvitation", { invitationId: found.data.invitations.nodes[0].id, email: "l2@x.org" });
    expect(await leaderOf("Lions")).toEqual(["l2@x.org", null, null]);
    await accept("l2");
    expect(await leaderOf("Lions")).toEqual(["l2@x.org", "l2", "ACTIVE"]);
    // but not to whom somebody chooses who may not say who leads (F57)
    const { browser } = await aSignedInUser(test, { email: "redirects@x.org", permissions: ["USER_REGISTRATION"] });
    await founder.change("createTeam", { name: "Lynxes", leaderEmail: "l3@x.org" });
    const invited = await browser.change(
      "inviteUsers",
      { people: [{ email: "l3@x.org" }] },
      "results { invitation { id } }",
    );
    const invitationId = invited.results[0].invitation.id;
    expect((await browser.change("changeInvitation", { invitationId, email: "l4@x.org" })).userErrors).toEqual([]);
    expect(await leaderOf("Lynxes")).toEqual(["l3@x.org", null, null]);
  });

  it("have their address however it was written", async () => {
    await importFile([row("m1", "Moles", "M2")]);
    await importFile([["Em", "Lee", "M2@X.org", "Acme", "", ""]], { mode: "CREATE" });
    expect(await leaderOf("Moles")).toEqual(["m2@x.org", "m2", "PENDING"]);
  });

  it("are said by two people of one call: the last counts, and the others are told, before and after", async () => {
    const leader = (name: string, of: string) => ({
      email: `${name}@x.org`,
      team: name < "h3" ? "Hares" : "hares",
      teamLeader: `${of}@x.org`,
    });
    const people = [leader("h1", "h2"), leader("h2", "h1"), leader("h3", "H1")];
    const replaced = [{ code: "LEADER_REPLACED", path: ["teamLeader"] }];
    for (const dryRun of [true, false]) {
      const input = { people, createMissing: true, dryRun };
      const { results } = await founder.change("inviteUsers", input, "results { outcome errors { code path } }");
      expect(results).toEqual([replaced, [], []].map((errors) => ({ outcome: "INVITED", errors })));
    }
    expect(await leaderOf("Hares")).toEqual(["h1@x.org", null, null]);
  });

  it("are nobody's to replace who may not change teams, in no way of adding people (F57)", async () => {
    const { browser } = await aSignedInUser(test, {
      email: "adds@x.org",
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
    });
    await founder.change("createTeam", { name: "Ibexes", leaderEmail: "i1@x.org" });
    await founder.change("createTeam", { name: "Jackals" });
    const [{ id: teamId }] = (await founder.ask('{ teams(search: "Ibexes") { nodes { id } } }')).data.teams.nodes;
    await expect(browser.change("updateTeam", { teamId, leaderEmail: "i2@x.org" })).rejects.toThrow("FORBIDDEN");
    const refused = { outcome: "REJECTED", errors: [{ code: "NOT_ALLOWED", path: ["teamLeader"] }] };
    const replacing = { email: "i3@x.org", team: "ibexes", teamLeader: "i2@x.org" };
    for (const operation of ["inviteUsers", "bulkInvite"]) {
      const payload = await browser.change(
        operation,
        { people: [replacing] },
        "results { outcome errors { code path } }",
      );
      expect(payload.results).toEqual([refused]);
    }
    const created = await browser.change("createUser", { person: replacing });
    expect(created.userErrors).toMatchObject([{ code: "NOT_ALLOWED", path: ["person", "teamLeader"] }]);
    const rows = [
      row("i4", "Ibexes", "i2"),
      row("i5", "Ibexes", "i1"),
      row("i6", "Jackals", "i6"),
      row("i7", "Jackals", "i6"),
    ];
    const report = await committed(test, browser, await aStagedImport(browser, rows, { columns, size: 1 }));
    expect(report.rows.nodes.map(({ outcome, errors }) => [outcome, ...errors.map(({ code }) => code)])).toEqual([
      ["REJECTED", "NOT_ALLOWED"],
      ["INVITED"],
      ["INVITED"],
      ["INVITED"],
    ]);
    expect(await leaderOf("Ibexes")).toEqual(["i1@x.org", null, null]);
    expect(await leaderOf("Jackals")).toEqual(["i6@x.org", null, null]);
  });

  it("that somebody chose while an import ran stay, where its maker may not change teams (F57)", async () => {
    const { browser } = await aSignedInUser(test, {
      email: "imports@x.org",
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
    });
    await founder.change("createTeam", { name: "Koalas" });
    const [{ id: teamId }] = (await founder.ask('{ teams(search: "Koalas") { nodes { id } } }')).data.teams.nodes;
    const id = await aStagedImport(browser, [row("k1", "Koalas", "k2")], { columns });
    const of = await test.app.db.read.findOneByOrFail(Import, { id });
    // its rows are done, and what they say of leaders waits for the end
    await test.app.db.tx(async (tx) => {
      await tx.update(
        ImportChunk,
        { importId: id },
        { state: "DONE", leaders: [{ row: 2, team: "koalas", leader: "k2@x.org" }] },
      );
      await tx.update(Import, { id }, { state: "RUNNING" });
    });
    await founder.change("updateTeam", { teamId, leaderEmail: "chosen@x.org" });
    await finishImport(test.app, { ...of, state: "RUNNING" });
    expect(await leaderOf("Koalas")).toEqual(["chosen@x.org", null, null]);
    expect(await test.app.db.read.findBy(ImportIssue, { importId: id })).toMatchObject([
      { row: 2, column: "team_leader", code: "LEADER_REPLACED" },
    ]);
  });

  it("are shown by name alone to who adds people and may not see them", async () => {
    await invite([{ email: "g1@x.org", team: "Goats", teamLeader: "a2@x.org" }]);
    const { browser } = await aSignedInUser(test, { email: "registrar@x.org", permissions: ["USER_REGISTRATION"] });
    const { data } = await browser.ask(
      '{ teams(search: "Goats") { nodes { leaderEmail leader { firstName email username } } } }',
    );
    expect(data.teams.nodes).toEqual([{ leaderEmail: null, leader: { firstName: "a2", email: null, username: null } }]);
  });
});
