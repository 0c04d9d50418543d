import { proposeColumns } from "@usher/rules/propose-columns";
import { rowReader } from "@usher/rules/row";
import { In } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { makeFileEraser } from "../tasks/erase-old-files.js";
import { ExportPart } from "../tasks/export-part.entity.js";
import { Task } from "../tasks/task.entity.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { aStagedImport, committed } from "../testing/an-import.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aName } from "../testing/names.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "./user.entity.js";

/** Reads a file as RFC 4180 writes it. */
function readCsv(text: string, delimiter: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\r\n]*))(${delimiter}|\r\n)`, "y");
  const rows: string[][] = [];
  let row: string[] = [];
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("exporting users (F50)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderRow: User;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderRow = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
  });

  const exported = async (browser: Browser, input: object) => {
    const payload = await browser.change("exportUsers", input as Record<string, unknown>, "affected task { id total }");
    expect(payload).toMatchObject({ affected: 0, userErrors: [] });
    const task = await until(
      async () => (await browser.ask(asked, { id: payload.task.id })).data.task,
      ({ status }) => status !== "RUNNING",
    );
    expect(task.status).toBe("DONE");
    return task;
  };
  const asked = "query ($id: ID!) { task(id: $id) { id status done refused total downloadUrl } }";
  const download = (browser: Browser, url: string) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return fetch(test.url + url, { headers: { cookie } });
  };

  it.each([
    ["en", ","],
    ["fr", ";"],
    ["nl", ";"],
  ] as const)("writes what an import reads back as the same people: %s", async (language, delimiter) => {
    const email = (name: string) => `${name}.${language}@x.org`;
    const { browser } = await aSignedInUser(test, { email: email("root"), userType: "ADMINISTRATOR", language });
    const tricky = {
      email: email("tricky"),
      firstName: '=cmd|"x"',
      lastName: '\'=O;Neil, "Jr"',
      company: "+Acme, Ltd",
    };
    const people = [
      { ...tricky, groups: ["Pilot", "Été"], roles: ["coach", "learner"], language: "fr", label: "-VIP" },
      {
        email: email("lea"),
        firstName: "Léa",
        lastName: "Maës",
        company: "Zoë & Co",
        team: "Blue",
        teamLeader: email("lea"),
      },
    ];
    const created = await founder.change(
      "bulkInvite",
      { mode: "CREATE", people, createMissing: true },
      "counts { created }",
    );
    expect(created).toMatchObject({ counts: { created: 2 }, userErrors: [] });
    const { id: lea } = await test.app.db.read.findOneByOrFail(User, { email: email("lea") });
    const roles = {
      addGroups: [
        { group: "Pilot", role: "learner" },
        { group: "Other", role: "coach" },
      ],
      createMissing: true,
    };
    const change = { userId: lea, externalId: `=X-${language}`, deletionDate: "2030-01-31", userType: "administrator" };
    expect((await founder.change("updateUser", { ...change, ...roles })).userErrors).toEqual([]);

    const stored = await test.app.db.read.findBy(User, { email: In(people.map((person) => person.email)) });
    const task = await exported(browser, { ids: stored.map(({ id }) => id) });
    expect(task).toMatchObject({ done: 2, refused: 0, total: 2, downloadUrl: `/downloads/${task.id}` });
    const response = await download(browser, task.downloadUrl);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z]+-2026-11-22\.csv"$/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header = [], ...rows] = readCsv(bytes.subarray(3).toString("utf8"), delimiter);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r-]/);

    const { columns } = proposeColumns(header, rows);
    expect(columns.filter((column) => column !== null)).toHaveLength(14);
    expect(columns.slice(14)).toEqual([null, null, null]);
    const read = rows.map(rowReader(columns, {}));
    expect(read[0]).toMatchObject({ ...tricky, groups: ["Pilot", "Été"], label: "-VIP", language: "fr" });
    expect(read[1]).toMatchObject({
      firstName: "Léa",
      lastName: "Maës",
      email: email("lea"),
      company: "Zoë & Co",
      team: "Blue",
      teamLeader: email("lea"),
      externalId: `=X-${language}`,
      deletionDate: "2030-01-31",
    });
    expect(rows[1]?.slice(14, 16)).toEqual([expect.stringMatching(/^Pilot: /), expect.any(String)]);

    // nobody is changed by the file, nor gains a role
    const importId = await aStagedImport(founder, rows, { columns, existing: "UPDATE", createMissing: false });
    const { counts } = await committed(test, founder, importId);
    expect(counts).toMatchObject({ unchanged: 2, total: 2 });
  });

  it("names what merged companies went into, also of people who still hold the former id (F51)", async () => {
    const { workspaceId } = founderRow;
    const [former, present] = await Promise.all(
      ["Former", "Present"].map((name) => aName(test.app, "company", { workspaceId, name })),
    );
    const merge = { companyIds: [former?.id], intoCompanyId: present?.id };
    expect((await founder.change("mergeCompanies", merge)).userErrors).toEqual([]);
    const users = [former?.id, newId()].map((companyId) =>
      aUser({ workspaceId, email: `${newId()}@x.org`, companyId }),
    );
    await test.app.db.tx((tx) => bulkInsert(tx, User, users));
    const { downloadUrl } = await exported(founder, { ids: users.map(({ id }) => id) });
    const [header = [], ...rows] = readCsv(await (await download(founder, downloadUrl)).text(), ",");
    const place = header.indexOf("Company");
    expect(rows.map((row) => row[place])).toEqual(["Present", ""]);
  });

  it("serves the file to the session that asked, for a day (security)", async () => {
    const given = { email: "ray@x.org", userType: "ADMINISTRATOR" as const };
    const { user, browser } = await aSignedInUser(test, given);
    const { downloadUrl } = await exported(browser, { ids: [founderRow.id] });
    expect((await download(browser, downloadUrl)).status).toBe(200);
    const another = await aBrowserOf(test, user);
    for (const other of [another, founder]) expect((await download(other, downloadUrl)).status).toBe(404);
    expect((await fetch(test.url + downloadUrl)).status).toBe(404);
    expect((await download(browser, `/downloads/${newId()}`)).status).toBe(404);

    await test.app.db.tx((tx) => tx.update(User, { id: user.id }, { userType: "MEMBER" }));
    expect((await download(browser, downloadUrl)).status).toBe(404);
    await test.app.db.tx((tx) => tx.update(User, { id: user.id }, { userType: "ADMINISTRATOR" }));
    test.clock.forward(hours(25));
    expect((await download(browser, downloadUrl)).status).toBe(404);
    await makeFileEraser(test.app).work(new AbortController().signal);
    expect(await test.app.db.read.countBy(ExportPart, { taskId: downloadUrl.replace("/downloads/", "") })).toBe(0);
  });

  it("writes a large selection part by part, and forgets what was searched for", async () => {
    const importId = newId();
    const { workspaceId } = founderRow;
    const people = Array.from({ length: 1_234 }, (_, i) =>
      aUser({ workspaceId, email: `many${i}@x.org`, firstName: "Many", lastName: `${i}`, importId }),
    );
    await test.app.db.tx((tx) => bulkInsert(tx, User, people));
    const filter = { importId, search: "many" };
    const wrong = await founder.change("exportUsers", { filter, expectedCount: 5 });
    expect(wrong.userErrors).toMatchObject([{ code: "SELECTION_CHANGED", path: ["expectedCount"] }]);
    const task = await exported(founder, { filter, expectedCount: people.length });
    expect(task).toMatchObject({ done: 1_234, total: 1_234 });
    const text = await (await download(founder, task.downloadUrl)).text();
    expect(text.split("\r\n").filter((line) => line.includes("many"))).toHaveLength(1_234);
    expect(await test.app.db.read.findOneByOrFail(Task, { id: task.id })).toMatchObject({ selection: {} });
  });
});
