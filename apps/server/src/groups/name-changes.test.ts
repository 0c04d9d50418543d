import { AuditEventRow } from "../audit/audit-event.entity.js";
import { newId } from "../db/ids.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anEmailChangeLink } from "../testing/an-email-change-link.js";
import { anotherWorkspace } from "../testing/another-workspace.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aName, inGroup } from "../testing/names.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import type { NamedKind } from "./find-or-create-names.js";
import { Group } from "./group.entity.js";
import { tableOf } from "./name-kinds.js";
import { Team } from "./team.entity.js";

const kinds: NamedKind[] = ["company", "group", "team", "label"];
const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("making and renaming companies, groups, teams and labels (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const titled = (kind: string) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const create = (kind: NamedKind, input: Record<string, unknown>, browser = founder) =>
    browser.change(`create${titled(kind)}`, input, `${kind} { id name }`);
  const update = (kind: NamedKind, id: string, input: Record<string, unknown>, browser = founder) =>
    browser.change(`update${titled(kind)}`, { [`${kind}Id`]: id, ...input }, `${kind} { id name }`);
  const stored = (kind: NamedKind, id: string) => test.app.db.read.findOneBy(tableOf[kind], { id } as never);

  it.each(kinds)(
    "takes a name once, whatever the case and accents, and keeps it as it was written: %s",
    async (kind) => {
      const made = await create(kind, { name: "  École \u200b de  Namur " });
      expect(made).toEqual({ [kind]: { id: expect.any(String), name: "École de Namur" }, userErrors: [] });
      const { id } = made[kind];
      for (const name of ["ECOLE DE NAMUR", "école de namur"]) {
        expect(await create(kind, { name })).toMatchObject({ [kind]: null, userErrors: [{ code: "NAME_TAKEN" }] });
      }
      const other = (await create(kind, { name: "Other" }))[kind].id;
      expect(codes(await update(kind, other, { name: "Ecole de Namur" }))).toEqual(["NAME_TAKEN name"]);
      expect(await stored(kind, other)).toMatchObject({ name: "Other" });
      expect((await update(kind, id.toUpperCase(), { name: "ÉCOLE DE NAMUR" }))[kind]).toEqual({
        id,
        name: "ÉCOLE DE NAMUR",
      });
      expect(codes(await update(kind, id, { name: "ÉCOLE DE NAMUR" }))).toEqual([]);
      const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: id });
      expect(events.map(({ type, details }) => [type, details])).toEqual([
        ["name_created", { kind }],
        ["name_changed", { kind, changed: ["name"] }],
      ]);
    },
  );

  it.each(kinds)("refuses what is no name: %s", async (kind) => {
    const { id } = (await create(kind, { name: "Good" }))[kind];
    const wrong = [
      [" \u200b ", "REQUIRED name"],
      // nothing to see either
      ["\u3164\u2800\uffa0", "REQUIRED name"],
      ["x".repeat(101), "TOO_LONG name"],
      ...(kind === "group" ? [["A/B", "MALFORMED name"]] : []),
    ];
    for (const [name, code] of wrong) {
      expect(codes(await create(kind, { name }))).toEqual([code]);
      expect(codes(await update(kind, id, { name }))).toEqual([code]);
    }
    expect(codes(await create(kind, { name: "x".repeat(100) }))).toEqual([]);
    expect(await stored(kind, id)).toMatchObject({ name: "Good" });
  });

  it("gives a name to one of many who take it at once", async () => {
    const payloads = await Promise.all(Array.from({ length: 8 }, () => create("group", { name: "Wanted" })));
    expect(payloads.filter(({ group }) => group)).toHaveLength(1);
    expect(await test.app.db.read.countBy(Group, { nameKey: "wanted" })).toBe(1);
  });

  it.each(kinds)("is for administrators, and ends at the workspace: %s (F53)", async (kind) => {
    const row = await aName(test.app, kind, { workspaceId, name: "Ours" });
    const { user, browser } = await aSignedInUser(test, { email: `${kind}@x.org`, permissions: ["USER_REGISTRATION"] });
    if (kind === "group") await inGroup(test.app, row, [user], ["ADMINISTRATOR"]);
    await expect(create(kind, { name: "New" }, browser)).rejects.toThrow("FORBIDDEN");
    await expect(update(kind, row.id, { name: "New" }, browser)).rejects.toThrow("FORBIDDEN");
    const { browser: administrator } = await aSignedInUser(test, {
      email: `admin-${kind}@x.org`,
      userType: "ADMINISTRATOR",
    });
    expect(codes(await update(kind, row.id, { name: `Theirs ${kind}` }, administrator))).toEqual([]);
    const other = await anotherWorkspace(test.app);
    const foreign = await other.copy(tableOf[kind], row);
    for (const id of [foreign, newId(), "x"]) {
      await expect(update(kind, id, { name: "Mine" })).rejects.toThrow("NOT_FOUND");
      await expect(update(kind, id, { name: "" })).rejects.toThrow("NOT_FOUND");
    }
  });

  describe("a team's leader", () => {
    const leader = async (id: string) => {
      const { data } = await founder.ask("query ($id: ID!) { team(id: $id) { leaderEmail leader { email } } }", { id });
      return data.team;
    };

    it("may still have to come, and leads on coming (F36)", async () => {
      const input = { name: "Blue", leaderEmail: " Lea@Bücher.example " };
      const { id } = (await create("team", input)).team;
      expect(await leader(id)).toEqual({ leaderEmail: "lea@xn--bcher-kva.example", leader: null });
      await founder.change("createUser", { person: { email: "lea@bücher.example" } }, "user { id }");
      expect((await leader(id)).leader).toEqual({ email: "lea@bücher.example" });
      expect(codes(await update("team", id, { name: "Blue team" }))).toEqual([]);
      expect((await leader(id)).leaderEmail).toBe("lea@xn--bcher-kva.example");
      expect(codes(await update("team", id, { leaderEmail: null }))).toEqual([]);
      expect(await leader(id)).toEqual({ leaderEmail: null, leader: null });
    });

    it("is an address, and nothing is done where either is wrong", async () => {
      expect(codes(await create("team", { name: "", leaderEmail: "nobody" }))).toEqual([
        "REQUIRED name",
        "EMAIL_MALFORMED leaderEmail",
      ]);
      const { id } = (await create("team", { name: "Green", leaderEmail: "kim@x.org" })).team;
      expect(codes(await update("team", id, { name: "Red", leaderEmail: "kim@" }))).toEqual([
        "EMAIL_MALFORMED leaderEmail",
      ]);
      expect(codes(await update("team", id, { name: null }))).toEqual(["REQUIRED name"]);
      expect(await stored("team", id)).toMatchObject({ name: "Green", leaderEmailKey: "kim@x.org" });
    });

    it("keeps leading under a new address, confirmed or corrected (F36)", async () => {
      const { user } = await aSignedInUser(test, { email: "leads@x.org" });
      const team = await aName(test.app, "team", { workspaceId, name: "Led", leaderEmailKey: "leads@x.org" });
      const foreign = await aName(test.app, "team", {
        workspaceId: newId(),
        name: "Led",
        leaderEmailKey: "leads@x.org",
      });
      const token = await anEmailChangeLink(test.app, user, "leads@y.org");
      expect(codes(await new Browser(test).change("confirmEmailChange", { token }))).toEqual([]);
      expect((await leader(team.id)).leader).toEqual({ email: "leads@y.org" });
      const { user: waiting } = await founder.change(
        "createUser",
        { person: { email: "typo@x.org", team: "Waited", teamLeader: "typo@x.org" }, createMissing: true },
        "user { id }",
      );
      await founder.change("requestEmailChange", { userId: waiting.id, email: "right@x.org" });
      const teams = await test.app.db.read.findBy(Team, { leaderEmailKey: "right@x.org" });
      expect(teams).toMatchObject([{ name: "Waited" }]);
      expect(await stored("team", foreign.id)).toMatchObject({ leaderEmailKey: "leads@x.org" });
    });

    it("is told to nobody who may not see users", async () => {
      const team = await aName(test.app, "team", { workspaceId, name: "Quiet", leaderEmailKey: "quiet@x.org" });
      const { browser } = await aSignedInUser(test, { email: "asks@x.org", permissions: ["USER_REGISTRATION"] });
      const query = "query ($id: ID!) { team(id: $id) { name leaderEmail people { count } } }";
      expect((await browser.ask(query, { id: team.id })).data.team).toEqual({
        name: "Quiet",
        leaderEmail: null,
        people: null,
      });
    });
  });
});
