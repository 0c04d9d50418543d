import { hash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { identityColumns } from "@usher/rules/columns";
import type { Identity as Values } from "@usher/rules/identity";
import { identityFields } from "@usher/rules/identity-fields";
import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { entities } from "../entities.js";
import { Company } from "../groups/company.entity.js";
import { Identity } from "../identities/identity.entity.js";
import { openIdentity } from "../identities/identity-box.js";
import { keepDrafts } from "../identities/keep-identities.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import {
  anImport,
  aStagedImport,
  chunksOf,
  committed,
  hasCome,
  lines,
  reportOf,
  someColumns,
  someRows,
} from "../testing/an-import.js";
import { oneMoreLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { leaseTime } from "./claim-chunk.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { openCells } from "./sealed-cells.js";

jest.setTimeout(60_000);

const columns = [...someColumns, ...identityColumns];

/** Lea's, as her employer's file has it. */
const lea = {
  legal_first_name: "Léa Marie",
  legal_last_name: "Maes-Quixotine",
  date_of_birth: "18/05/1993",
  place_of_birth: "Quixoville",
  nationality: "Belgique",
  tax_number: "93.05.18-223.61",
  phone: "0470 12 34 56",
  street: "Quixostraat 1",
  postal_code: "9000",
  city: "Gent",
  country: "BE",
  document_kind: "passport",
  document_number: "QX-592-1234567",
};
/** Part of what is hers alone, as it was given or as it was understood. */
const trace =
  /quixotine|quixoville|quixostraat|18\/05\/1993|1993-05-18|93\.05\.18|0470 12 34|32470123456|QX-592-12345/i;

const nothing = Object.fromEntries(identityFields.map((field) => [field, null])) as unknown as Values;

type Given = Partial<Record<string, string>>;
const rowOf = (email: string, given: Given) => [
  "A",
  "B",
  email,
  "Acme",
  ...identityColumns.map((column) => given[column] ?? ""),
];

describe("an import with identity columns (F44)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    workspaceId = ((await test.app.db.read.find(Workspace))[0] as Workspace).id;
  });
  const read = () => test.app.db.read;
  const store = <T extends object>(target: new () => T, rows: T[]) =>
    test.app.db.tx((tx) => bulkInsert(tx, target, rows));
  const cellsOf = (importId: string, chunk = 0) => read().findOneByOrFail(ImportCells, { importId, chunk });
  const asked = (identityFields: Workspace["identityFields"]) =>
    test.app.db.tx((tx) => tx.update(Workspace, { id: workspaceId }, { identityFields }));

  /** What is known of the user, if anything. */
  async function draftOf(email: string) {
    const { id, identityStatus } = await read().findOneByOrFail(User, { emailKey: email });
    const identity = await read().findOneBy(Identity, { id });
    expect(identityStatus).toBe(identity?.status ?? "NONE");
    return identity && { status: identity.status, ...openIdentity(test.app, id, identity.sealed) };
  }

  it("invites with what is known, which becomes the person's draft when they accept", async () => {
    const rows = [rowOf("lea@x.org", lea), rowOf("bare@x.org", {})];
    const importId = await aStagedImport(founder, rows, { columns });
    const report = await committed(test, founder, importId);
    expect(lines(report)).toEqual(["2 INVITED", "3 INVITED"]);
    const [invited, bare] = await read().find(Invitation, { where: { importId }, order: { importRow: "ASC" } });
    expect(bare?.sealedIdentity).toBeNull();
    expect(openIdentity(test.app, invited?.id as string, invited?.sealedIdentity as string)).toMatchObject({
      legalLastName: "Maes-Quixotine",
      dateOfBirth: "1993-05-18",
      nationality: "BE",
      phone: "+32470123456",
      documentKind: "PASSPORT",
    });
    const token = await test.app.db.tx((tx) => oneMoreLink(tx, test.app, invited as Invitation));
    const form = { token, firstName: "Lea", lastName: "Maes", username: "lea", password: "quiet orange harbour" };
    const browser = new Browser(test);
    expect((await browser.change("acceptInvitation", form)).userErrors).toEqual([]);
    expect(await draftOf("lea@x.org")).toMatchObject({ status: "DRAFT", taxNumber: "93.05.18-223.61" });
    expect(await read().findOneByOrFail(Invitation, { id: invited?.id as string })).toMatchObject({
      sealedIdentity: null,
    });
  });

  it("creates accounts with their drafts, incomplete ones too", async () => {
    const rows = [
      rowOf("created1@x.org", lea),
      rowOf("created2@x.org", { city: " Gent " }),
      rowOf("created3@x.org", {}),
    ];
    const report = await committed(test, founder, await aStagedImport(founder, rows, { columns, mode: "CREATE" }));
    expect(report.counts).toMatchObject({ created: 3, rejected: 0 });
    expect(await draftOf("created1@x.org")).toMatchObject({ status: "DRAFT", street: "Quixostraat 1" });
    expect(await draftOf("created2@x.org")).toMatchObject({ status: "DRAFT", city: "Gent", country: null });
    expect(await draftOf("created3@x.org")).toBeNull();
  });

  it("refuses a row whose identity has something wrong, and names the column", async () => {
    const rows = [
      rowOf("bad1@x.org", { ...lea, date_of_birth: "31/02/1993", phone: "12" }),
      rowOf("bad2@x.org", { ...lea, country: "Atlantis", tax_number: "" }),
      rowOf("bad3@x.org", { ...lea, tax_number: "93.05.18-223.62", document_kind: "library card" }),
      rowOf("bad4@x.org", { ...lea, date_of_birth: "2031-01-01", city: "x".repeat(101), document_number: "<1>" }),
      rowOf("good@x.org", lea),
    ];
    const report = await committed(test, founder, await aStagedImport(founder, rows, { columns }));
    expect(report.counts).toMatchObject({ invited: 1, rejected: 4 });
    const codes = report.rows.nodes.map(({ errors }) => errors.map(({ code, path }) => `${path} ${code}`).sort());
    expect(codes).toEqual([
      ["date_of_birth DATE_MALFORMED", "phone PHONE_MALFORMED"],
      ["country UNKNOWN_COUNTRY"],
      ["document_kind UNKNOWN_DOCUMENT_KIND", "tax_number TAX_NUMBER_MALFORMED"],
      ["city TOO_LONG", "date_of_birth DATE_IN_FUTURE", "document_number MALFORMED"],
      [],
    ]);
    expect(report.problems).toContainEqual({ column: "phone", code: "PHONE_MALFORMED", rows: 1 });
  });

  it("refuses a row with the number of somebody who is registered (F63)", async () => {
    const holder = await aSignedInUser(test, { email: "holder@x.org" });
    const held = anIdentity({ taxNumber: "85.07.30-033.28" });
    expect((await holder.browser.change("submitPersonalInformation", { identity: held })).userErrors).toEqual([]);
    const rows = [rowOf("same@x.org", { ...lea, tax_number: "85073003328" }), rowOf("else@x.org", lea)];
    const importId = await aStagedImport(founder, rows, { columns });
    const report = await committed(test, founder, importId);
    expect(lines(report)).toEqual(["2 REJECTED ALREADY_REGISTERED tax_number", "3 INVITED"]);
    expect(report.problems).toEqual([{ column: "tax_number", code: "ALREADY_REGISTERED", rows: 1 }]);
  });

  it("reads slashed dates of birth as the file writes them", async () => {
    const rows = [rowOf("mdy@x.org", { date_of_birth: "05/18/1993" })];
    const options = { columns, dateOrder: "MDY", mode: "CREATE" };
    await committed(test, founder, await aStagedImport(founder, rows, options));
    expect(await draftOf("mdy@x.org")).toMatchObject({ dateOfBirth: "1993-05-18" });
  });

  it.each([
    ["LEAVE", "UNCHANGED", "UNCHANGED"],
    ["FILL_EMPTY", "UPDATED", "UNCHANGED"],
    ["UPDATE", "UPDATED", "UNCHANGED"],
  ])(
    "of people who are here, with the policy %s, tells what is new of who has no identity yet",
    async (existing, ...outcomes) => {
      const { id: companyId } = await read().findOneByOrFail(Company, { nameKey: "acme" });
      const person = (name: string, more: Partial<User> = {}) =>
        aUser({
          companyId,
          workspaceId,
          email: `${name}-${existing.toLowerCase()}@x.org`,
          firstName: "A",
          lastName: "B",
          ...more,
        });
      const [fresh, begun] = [person("fresh"), person("begun")];
      const closed = person("closed", { status: "DEACTIVATED" });
      await store(User, [fresh, begun, closed]);
      const known = { ...nothing, city: "Brugge" };
      await test.app.db.tx((tx) => keepDrafts(tx, test.app, workspaceId, [{ user: begun, values: known }]));
      const rows = [fresh, begun, closed].map(({ email }) => rowOf(email as string, lea));
      const options = { columns, existing };
      const importId = await aStagedImport(founder, rows, options);
      await founder.change("planImport", { importId });
      await hasCome(test, importId, "PLANNED");
      const plan = lines(await reportOf(founder, importId));
      const report = await committed(test, founder, importId);
      expect(report.rows.nodes.map(({ outcome }) => outcome)).toEqual([...outcomes, "UNCHANGED"]);
      expect(lines(report)).toEqual(plan);
      const draft = await draftOf(fresh.email as string);
      if (existing === "LEAVE") expect(draft).toBeNull();
      else expect(draft).toMatchObject({ status: "DRAFT", city: "Gent" });
      expect(await draftOf(begun.email as string)).toMatchObject({ city: "Brugge", country: null });
      expect(await draftOf(closed.email as string)).toBeNull();
      // the same file again finds nothing new
      const again = await committed(test, founder, await aStagedImport(founder, rows, options));
      expect(again.counts).toMatchObject({ unchanged: 3 });
    },
  );

  it("is not begun with a field that the workspace does not ask for, nor with an identity for everybody", async () => {
    await asked({ phone: "HIDDEN", documentNumber: "HIDDEN" });
    try {
      const input = { fileName: "p.csv", totalRows: 1, columns };
      const { userErrors } = await founder.change("startImport", input);
      expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(" "))).toEqual([
        `NOT_ASKED columns ${columns.indexOf("phone")}`,
        `NOT_ASKED columns ${columns.indexOf("document_number")}`,
      ]);
    } finally {
      await asked({});
    }
    const withDefault = {
      fileName: "p.csv",
      totalRows: 1,
      columns: someColumns,
      defaults: { identity: { country: "BE" } },
    };
    const refused = await founder.change("startImport", withDefault, "import { id }");
    expect(refused).toMatchObject({
      import: null,
      userErrors: [{ code: "NOT_COMBINABLE", path: ["defaults", "identity"] }],
    });
    const empty = { ...withDefault, defaults: { identity: { country: null } } };
    expect((await founder.change("startImport", empty, "import { id }")).import).not.toBeNull();
  });

  it("refuses the rows with a field that is asked for no more since the import was begun", async () => {
    const rows = [rowOf("hidden1@x.org", { phone: "+32470123456" }), rowOf("hidden2@x.org", { city: "Gent" })];
    const importId = await aStagedImport(founder, rows, { columns });
    await asked({ phone: "HIDDEN" });
    try {
      expect(lines(await committed(test, founder, importId))).toEqual(["2 REJECTED NOT_ASKED phone", "3 INVITED"]);
    } finally {
      await asked({});
    }
  });

  it("lets whoever may add people give what they know, and read none of it", async () => {
    const permissions = ["USER_REGISTRATION" as const, "CAN_BULK_INVITE" as const];
    const { browser } = await aSignedInUser(test, {
      email: "giver@x.org",
      identityStatus: "VALIDATED",
      permissions,
    });
    const importId = await aStagedImport(browser, [rowOf("given@x.org", lea)], { columns, mode: "CREATE" });
    expect(lines(await committed(test, browser, importId))).toEqual(["2 CREATED"]);
    expect(await draftOf("given@x.org")).toMatchObject({ status: "DRAFT" });
    const report = await reportOf(browser, importId);
    expect(report.rows.nodes[0]?.cells).toEqual(rowOf("given@x.org", {}));
    expect(JSON.stringify(report)).not.toMatch(trace);
  });

  it("keeps no value in clear: not in the tables, the log, the report, from the staging to the end and after", async () => {
    const long = rowOf("shifted@x.org", lea);
    long.splice(columns.indexOf("street"), 1, "Quixostraat 1", "Quixoville");
    const early = rowOf("early@x.org", lea);
    early.splice(3, 1, "Acme", "Ltd");
    const rows = [
      rowOf("kept1@x.org", lea),
      rowOf("kept2@x.org", { ...lea, document_kind: "library card of Quixoville" }),
      long,
      early,
      [],
      rowOf("", { legal_last_name: "Quixotine" }),
      rowOf("short@x.org", lea).slice(0, 6),
    ];
    const importId = await aStagedImport(founder, rows, { columns, size: 10 });
    const traces = async () => {
      const found: string[] = [];
      for (const entity of entities) {
        const kept: object[] = await read().find(entity as never);
        if (kept.some((row) => trace.test(JSON.stringify(row)))) found.push(entity.name);
      }
      return found;
    };
    expect(await traces()).toEqual([]);
    const stored = await cellsOf(importId);
    expect(stored.cells.map((row) => row.length)).toEqual(rows.map((row) => row.length));
    expect(stored.cells[0]).toEqual(rowOf("kept1@x.org", {}));
    const of = { id: importId, columns: columns as never };
    expect(openCells(test.app, of, stored)).toEqual(rows);

    await founder.change("planImport", { importId });
    await hasCome(test, importId, "PLANNED");
    expect(await traces()).toEqual([]);
    const report = await committed(test, founder, importId);
    expect(lines(report)).toEqual([
      "2 INVITED",
      "3 REJECTED UNKNOWN_DOCUMENT_KIND document_kind",
      "4 REJECTED MALFORMED",
      "5 REJECTED MALFORMED",
      "7 REJECTED REQUIRED email",
      "8 INVITED",
    ]);
    expect(JSON.stringify(report)).not.toMatch(trace);
    expect(await traces()).toEqual([]);
    expect(test.logged.filter((line) => trace.test(line))).toEqual([]);
    const events = await read().find(AuditEventRow);
    expect(JSON.stringify(events)).not.toMatch(trace);
  });

  it("knows a chunk again by all of its cells, by a hash that only the server can make (F39)", async () => {
    const rows = [rowOf("again1@x.org", lea), rowOf("again2@x.org", lea)];
    const importId = await anImport(founder, rows, { columns });
    const [chunk] = chunksOf(importId, rows, 2);
    const stage = async (input: object) =>
      (await founder.change("stageImportRows", { ...chunk, ...input })).userErrors.map(
        ({ code }: { code: string }) => code,
      );
    expect(await Promise.all([stage({}), stage({}), stage({})])).toEqual([[], [], []]);
    const other = [rowOf("again1@x.org", { ...lea, document_number: "QX-592-1234568" }), rows[1]];
    expect(await stage({ rows: other })).toEqual(["CHUNK_DIFFERS"]);
    const stored = await read().findOneByOrFail(ImportChunk, { importId, number: 0 });
    expect(stored.hash).not.toBe(hash("sha256", `2 ${JSON.stringify(rows)}`, "base64url"));
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 2 });
  });

  it("seals nothing of a file without such columns", async () => {
    const importId = await aStagedImport(founder, someRows(2, "plain"));
    expect(await cellsOf(importId)).toMatchObject({ cells: someRows(2, "plain"), sealedCells: null });
  });

  it("goes on with a chunk whose worker was killed, and keeps each draft once (F39)", async () => {
    const rows = Array.from({ length: 6 }, (_, i) => rowOf(`resumed${i}@x.org`, { ...lea, city: `Town ${i}` }));
    const importId = await anImport(founder, rows, { columns, mode: "CREATE" });
    const chunks = chunksOf(importId, rows, 2);
    // an upload that was cut and goes on where it was
    for (const sent of [2, 0, 1]) await founder.change("stageImportRows", chunks[sent] ?? {});
    const leaseUntil = new Date(test.clock.now().getTime() + leaseTime);
    await test.app.db.tx((tx) => tx.update(ImportChunk, { importId, number: 1 }, { leaseUntil, leaseOwner: newId() }));
    await founder.change("commitImport", { importId });
    while ((await read().countBy(ImportChunk, { importId, number: In([0, 2]), state: "DONE" })) < 2) await delay(10);
    test.clock.forward(leaseTime + 1);
    test.app.jobs.wake("import");
    await hasCome(test, importId, "DONE");
    expect((await reportOf(founder, importId)).counts).toMatchObject({ created: 6, rejected: 0 });
    for (let i = 0; i < 6; i++) expect(await draftOf(`resumed${i}@x.org`)).toMatchObject({ city: `Town ${i}` });
  });

  it("takes a file of 3,000 rows with identities", async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) =>
      rowOf(`many${i}@x.org`, { ...lea, document_number: `QX-${i}`, phone: i % 100 === 0 ? "12" : lea.phone }),
    );
    const importId = await aStagedImport(founder, rows, { columns, size: 2_000, mode: "CREATE" });
    expect((await committed(test, founder, importId)).counts).toMatchObject({ created: 2_970, rejected: 30 });
    const users = await read().findBy(User, { importId });
    expect(new Set(users.map(({ identityStatus }) => identityStatus))).toEqual(new Set(["DRAFT"]));
    expect(await draftOf("many2999@x.org")).toMatchObject({ documentNumber: "QX-2999" });
  });

  it("erases a deleted person's cells, sealed ones too, and leaves the others'", async () => {
    const rows = [rowOf("stays@x.org", lea), rowOf("goes@x.org", { ...lea, street: "Gone 1" })];
    const importId = await aStagedImport(founder, rows, { columns, mode: "CREATE" });
    await committed(test, founder, importId);
    const { id } = await read().findOneByOrFail(User, { emailKey: "goes@x.org" });
    expect(await founder.change("deleteUsers", { ids: [id] }, "affected")).toMatchObject({ affected: 1 });
    const of = { id: importId, columns: columns as never };
    expect(openCells(test.app, of, await cellsOf(importId))).toEqual([rows[0], []]);
    expect(await read().countBy(Identity, { id })).toBe(0);
  });
});
