import { setTimeout as delay } from "node:timers/promises";
import { In, Not } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Team } from "../groups/team.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
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
import { aFounder, type Browser } from "../testing/browser.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { leaseTime } from "./claim-chunk.js";
import { makeCellsEraser } from "./erase-old-cells.js";
import { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import { ImportChunk } from "./import-chunk.entity.js";

jest.setTimeout(60_000);

describe("imports", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    workspaceId = ((await test.app.db.read.find(Workspace))[0] as Workspace).id;
  });
  const read = () => test.app.db.read;
  const invited = (importId: string) => read().countBy(Invitation, { importId });
  const store = <T extends object>(target: new () => T, rows: T[]) =>
    test.app.db.tx((tx) => bulkInsert(tx, target, rows));

  /** As if a worker had claimed the chunk and were never heard of again. */
  const leasedByAnother = (importId: string, number: number) => {
    const leaseUntil = new Date(test.clock.now().getTime() + leaseTime);
    return test.app.db.tx((tx) => tx.update(ImportChunk, { importId, number }, { leaseUntil, leaseOwner: newId() }));
  };
  const hasDone = async (importId: string, numbers: number[]) => {
    while ((await read().countBy(ImportChunk, { importId, number: In(numbers), state: "DONE" })) < numbers.length)
      await delay(10);
  };

  it("invites everyone of a file with links, groups and mails, and no account (F2, F32, F35, F41)", async () => {
    const rows = [
      ["Ann", "Lee", "ann@x.org", "Acme", "Welders / Painters", "coach", "fr", "Label A"],
      ["Bob", "Ray", "bob@x.org", "ACME", "welders", "", "", ""],
    ];
    const columns = [...someColumns, "groups", "role", "language", "label"];
    const importId = await aStagedImport(founder, rows, { columns, message: "Welcome" });
    expect(await reportOf(founder, importId)).toMatchObject({ status: "STAGING", stagedRows: 2, stagedChunks: [0] });
    const report = await committed(test, founder, importId);
    expect(report).toMatchObject({
      status: "DONE",
      doneRows: 2,
      counts: { invited: 2, total: 2 },
      problems: [],
    });
    expect(lines(report)).toEqual(["2 INVITED", "3 INVITED"]);
    expect(report.rows.nodes[0]?.cells).toEqual(rows[0]);
    const [ann, bob] = await read().find(Invitation, { where: { importId }, order: { importRow: "ASC" } });
    expect(ann).toMatchObject({ email: "ann@x.org", language: "fr", importRow: 2, message: "Welcome", sentCount: 1 });
    expect(bob).toMatchObject({ language: "en", importRow: 3, companyId: ann?.companyId });
    expect(await read().countBy(Company, { nameKey: "acme" })).toBe(1);
    expect(await read().countBy(Group, { nameKey: In(["welders", "painters"]) })).toBe(2);
    expect(await read().countBy(InvitationGroup, { invitationId: ann?.id as string, role: "COACH" })).toBe(2);
    for (const subjectId of [ann?.id, bob?.id] as string[]) {
      expect(await read().countBy(Link, { subjectId })).toBe(1);
      expect(await read().countBy(OutboxMail, { subjectId })).toBe(1);
    }
    expect(await read().countBy(User, { emailKey: In(["ann@x.org", "bob@x.org"]) })).toBe(0);
    const events = await read().findBy(AuditEventRow, { type: "people_invited" });
    expect(events.map(({ details }) => details)).toContainEqual({ count: 2, importId });
    const page = await founder.ask(
      `{ invitations(first: 1, filter: { importId: "${importId}" }) { nodes { importRow import { id fileName } } } }`,
    );
    expect(page.data.invitations.nodes[0].import).toEqual({ id: importId, fileName: "people.csv" });
  });

  it("invites nobody twice when the same file comes again", async () => {
    const rows = someRows(10, "again");
    await committed(test, founder, await aStagedImport(founder, rows));
    const before = [await read().count(Invitation), await read().count(Link), await read().count(OutboxMail)];
    const report = await committed(test, founder, await aStagedImport(founder, rows));
    expect(report.counts).toMatchObject({ unchanged: 10, total: 10 });
    expect(report.rows.nodes[0]?.errors).toEqual([{ code: "ALREADY_INVITED", path: ["email"] }]);
    expect(report.problems).toEqual([]);
    expect([await read().count(Invitation), await read().count(Link), await read().count(OutboxMail)]).toEqual(before);
  });

  it("counts empty rows, names bad ones by row and column, and goes on (F30, F34)", async () => {
    const rows = [
      ["A", "B", "bad1@", "Acme", ""],
      [],
      ["", "B", "bad2@x.org", "Acme", ""],
      ["A", "B", "bad3@x.org", "Acme", "klingon"],
      ["", " ", "", ""],
      ["A", "B", "good1@x.org", "Acme", "nl"],
    ];
    const columns = [...someColumns, "language"];
    const report = await committed(test, founder, await aStagedImport(founder, rows, { columns }));
    expect(report).toMatchObject({ emptyRows: 2, doneRows: 6, counts: { invited: 1, rejected: 3, total: 4 } });
    expect(lines(report)).toEqual([
      "2 REJECTED EMAIL_MALFORMED email",
      "4 REJECTED REQUIRED first_name",
      "5 REJECTED UNKNOWN_LANGUAGE language",
      "7 INVITED",
    ]);
    expect(report.problems).toEqual([
      { column: "email", code: "EMAIL_MALFORMED", rows: 1 },
      { column: "first_name", code: "REQUIRED", rows: 1 },
      { column: "language", code: "UNKNOWN_LANGUAGE", rows: 1 },
    ]);
  });

  it("takes the three languages however a file names them, in invitations and mails (F31)", async () => {
    const named = { en: ["en", "English", "EN-GB"], fr: ["Français", "francais"], nl: ["NL", "nederlands", ""] };
    const rows = Object.entries(named).flatMap(([language, names]) =>
      names.map((name, i) => ["A", "B", `${language}${i}@lang.org`, "Acme", name]),
    );
    const options = { columns: [...someColumns, "language"], defaults: { language: "nl" } };
    const importId = await aStagedImport(founder, [...rows, ["A", "B", "de@lang.org", "Acme", "Deutsch"]], options);
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 8, rejected: 1 });
    const invitations = await read().findBy(Invitation, { importId });
    for (const { id, email, language } of invitations) {
      expect(email.slice(0, 2)).toBe(language);
      expect(await read().findOneByOrFail(OutboxMail, { subjectId: id })).toMatchObject({ language });
    }
  });

  it("says which chunks it holds, so that a cut upload goes on where it was (F39)", async () => {
    const rows = someRows(9, "halfway");
    const importId = await anImport(founder, rows);
    const chunks = chunksOf(importId, rows, 3);
    for (const sent of [2, 0]) await founder.change("stageImportRows", chunks[sent] ?? {});
    const holds = async () => (await founder.ask(`{ import(id: "${importId}") { stagedChunks status } }`)).data.import;
    expect(await holds()).toEqual({ stagedChunks: [0, 2], status: "STAGING" });
    for (const chunk of chunks.filter((_, number) => number === 1)) await founder.change("stageImportRows", chunk);
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 9, total: 9 });
    expect(await invited(importId)).toBe(9);
  });

  it("refuses a row with a value too many, since nobody knows from where on it is shifted", async () => {
    const rows = [
      ["A", "no language", "wide1@x.org", "", "Ltd"],
      ["A", "B", "wide2@x.org", "Acme"],
    ];
    const report = await committed(test, founder, await aStagedImport(founder, rows));
    expect(lines(report)).toEqual(["2 REJECTED MALFORMED", "3 INVITED"]);
    expect(report.problems).toEqual([{ column: "", code: "MALFORMED", rows: 1 }]);
  });

  it("lets the first row with an address have it, although it is refused for something else (F34)", async () => {
    const rows = [
      ["A", "", "claim@x.org", "Acme"],
      ["A", "B", "claim@x.org", "Acme"],
      ["A", "B", "shifted@x.org", "Acme", "Ltd"],
      ["A", "B", "shifted@x.org", "Acme"],
    ];
    const report = await committed(test, founder, await aStagedImport(founder, rows));
    expect(lines(report)).toEqual([
      "2 REJECTED REQUIRED last_name",
      "3 REJECTED DUPLICATE_IN_INPUT email",
      "4 REJECTED MALFORMED",
      "5 INVITED",
    ]);
  });

  it("counts rows from 1 in a file without a header", async () => {
    const rows = someRows(5, "bare");
    const importId = await anImport(founder, rows);
    const [first, , last] = chunksOf(importId, rows, 2).map((chunk) => ({ ...chunk, firstRow: chunk.firstRow - 1 }));
    await founder.change("stageImportRows", first ?? {});
    await founder.change("stageImportRows", last ?? {});
    const { userErrors } = await founder.change("commitImport", { importId });
    expect(userErrors).toMatchObject([{ code: "IMPORT_INCOMPLETE", path: ["chunks", "1"] }]);
    await founder.change("stageImportRows", { importId, chunk: 1, firstRow: 3, rows: rows.slice(2, 4) });
    const report = await committed(test, founder, importId);
    expect(report.rows.nodes.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  });

  it("takes the first row of a duplicate, in whatever order chunks come and are worked on (F34)", async () => {
    const rows = [
      ["A", "1", "Dup@x.org", "Acme", ""],
      ["A", "2", "other1@x.org", "Acme", "dupname"],
      ["A", "3", "dup@X.org", "Acme", ""],
      ["A", "4", "other2@x.org", "Acme", "DupName"],
      ["A", "5", "dup@x.org", "Acme", "third"],
    ];
    const importId = await anImport(founder, rows, { columns: [...someColumns, "username"] });
    for (const chunk of chunksOf(importId, rows, 1).reverse()) await founder.change("stageImportRows", chunk);
    const report = await committed(test, founder, importId);
    expect(lines(report)).toEqual([
      "2 INVITED",
      "3 INVITED",
      "4 REJECTED DUPLICATE_IN_INPUT email",
      "5 REJECTED DUPLICATE_IN_INPUT username",
      "6 REJECTED DUPLICATE_IN_INPUT email",
    ]);
  });

  it("stores a chunk once, however often and at whatever moment it is sent (F39)", async () => {
    const rows = someRows(12, "idem");
    const importId = await anImport(founder, rows);
    const chunks = chunksOf(importId, rows, 3);
    const sent = Array.from({ length: 8 }, () => chunks)
      .flat()
      .sort(() => Math.random() - 0.5);
    const payloads = await Promise.all(sent.map((chunk) => founder.change("stageImportRows", chunk)));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await read().countBy(ImportChunk, { importId })).toBe(4);
    const other = { ...chunks[1], rows: someRows(3, "else") };
    const differs = await founder.change("stageImportRows", other);
    expect(differs.userErrors).toMatchObject([{ code: "CHUNK_DIFFERS", path: ["chunk"] }]);
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 12, total: 12 });
    expect((await founder.change("stageImportRows", chunks[0] ?? {})).userErrors).toEqual([]);
    const late = await founder.change("stageImportRows", { ...chunks[0], chunk: 9, firstRow: 2 });
    expect(late.userErrors).toMatchObject([{ code: "IMPORT_CLOSED" }]);
  });

  it("names the gaps when a file is committed before all of it is there", async () => {
    const rows = someRows(10, "gap");
    const importId = await anImport(founder, rows);
    const chunks = chunksOf(importId, rows, 2);
    await founder.change("stageImportRows", chunks[1] ?? {});
    await founder.change("stageImportRows", chunks[3] ?? {});
    for (const operation of ["commitImport", "planImport"]) {
      const { userErrors } = await founder.change(operation, { importId });
      expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual([
        ["IMPORT_INCOMPLETE", "chunks", "0"],
        ["IMPORT_INCOMPLETE", "chunks", "2"],
        ["IMPORT_INCOMPLETE", "chunks", "4"],
      ]);
      expect(userErrors[1].message).toContain("6–7");
    }
    expect(await reportOf(founder, importId)).toMatchObject({ status: "STAGING", stagedChunks: [1, 3] });
    for (const chunk of chunks) await founder.change("stageImportRows", chunk);
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 10 });
  });

  it("plans what the commit then does, and invites nobody by planning (F40)", async () => {
    const user = aUser({ workspaceId, email: "planned-user@x.org" });
    await store(User, [user]);
    const rows = [
      ...someRows(4, "plan"),
      ["A", "B", "plan1@x.org", "Acme"],
      ["A", "B", "nope", "Acme"],
      [],
      ["A", "B", "planned-user@x.org", "Acme"],
    ];
    const options = { defaults: { groups: ["Planned group"] } };
    const importId = await aStagedImport(founder, rows, options);
    await founder.change("planImport", { importId });
    await hasCome(test, importId, "PLANNED");
    const plan = await reportOf(founder, importId);
    expect(plan.plan).toEqual({ invited: 4, updated: 0, addedToGroups: 1, unchanged: 0, rejected: 2, total: 7 });
    expect(plan.counts).toMatchObject({ total: 0 });
    expect(await invited(importId)).toBe(0);
    expect(await read().countBy(Group, { name: "Planned group" })).toBe(0);
    const report = await committed(test, founder, importId);
    expect(lines(report)).toEqual(lines(plan));
    expect(report.problems).toEqual(plan.problems);
    expect(report.plan).toEqual(plan.plan);
    expect(report.counts).toMatchObject(plan.plan as object);
    expect(await read().countBy(GroupMember, { userId: user.id })).toBe(1);
  });

  it("takes leaders of teams from anywhere in the file, the last one counting, and names who lost (F36)", async () => {
    const rows = [
      ["A", "1", "lead1@x.org", "Acme", "Red", "lead4@x.org"],
      ["A", "2", "lead2@x.org", "Acme", "red", "Lead3@x.org"],
      ["A", "3", "lead3@x.org", "Acme", "Red", ""],
      ["A", "4", "lead4@x.org", "Acme", "Green", "nobody-yet@x.org"],
      ["A", "5", "lead5@x.org", "Acme", "RED", "lead5@x.org"],
    ];
    const columns = [...someColumns, "team", "team_leader"];
    const report = await committed(test, founder, await aStagedImport(founder, rows, { columns, size: 2 }));
    expect(report.counts).toMatchObject({ invited: 5 });
    const leaders = await read().find(Team, { where: { nameKey: In(["red", "green"]) }, order: { nameKey: "ASC" } });
    expect(leaders.map(({ leaderEmailKey }) => leaderEmailKey)).toEqual(["nobody-yet@x.org", "lead5@x.org"]);
    expect(lines(report).filter((line) => line.includes("LEADER"))).toEqual([
      "2 INVITED LEADER_REPLACED team_leader",
      "3 INVITED LEADER_REPLACED team_leader",
    ]);
  });

  it("rejects rows whose names are unknown unless they are to be made", async () => {
    const rows = [["A", "B", "unknown1@x.org", "Nobody & Sons"]];
    const report = await committed(test, founder, await aStagedImport(founder, rows, { createMissing: false }));
    expect(lines(report)).toEqual(["2 REJECTED UNKNOWN_COMPANY company"]);
  });

  it("reads slashed dates as the file writes them", async () => {
    const rows = [["A", "B", "date1@x.org", "Acme", "02/03/2031"]];
    const columns = [...someColumns, "deletion_date"];
    const mdy = await aStagedImport(founder, rows, { columns, dateOrder: "MDY" });
    await committed(test, founder, mdy);
    expect(await read().findOneByOrFail(Invitation, { importId: mdy })).toMatchObject({ deletionDate: "2031-02-03" });
  });

  it("survives two imports of the same people at the same moment: each is invited once (F11)", async () => {
    const rows = someRows(40, "both");
    const ids = await Promise.all([
      aStagedImport(founder, rows, { size: 10 }),
      aStagedImport(founder, [...rows].reverse(), { size: 8 }),
    ]);
    const reports = await Promise.all(ids.map((id) => committed(test, founder, id)));
    const sum = (count: "invited" | "unchanged") => reports.reduce((all, { counts }) => all + (counts[count] ?? 0), 0);
    expect([sum("invited"), sum("unchanged")]).toEqual([40, 40]);
    expect(await read().countBy(Invitation, { importId: In(ids) })).toBe(40);
  });

  it("goes on with a chunk whose worker was killed, once its lease is over (F39)", async () => {
    const rows = someRows(9, "killed");
    const importId = await aStagedImport(founder, rows);
    // a worker that claimed the second chunk and was never heard of again
    await leasedByAnother(importId, 1);
    await founder.change("commitImport", { importId });
    await hasDone(importId, [0, 2]);
    expect(await invited(importId)).toBe(6);
    test.clock.forward(leaseTime + 1);
    test.app.jobs.wake("import");
    await hasCome(test, importId, "DONE");
    expect((await reportOf(founder, importId)).counts).toMatchObject({ invited: 9, total: 9 });
    expect(await invited(importId)).toBe(9);
  });

  it("is not begun in the name of who may import no more, and stopped by them all the same (F55)", async () => {
    const { user, browser } = await aSignedInUser(test, {
      email: "late.bulk@x.org",
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
    });
    const [planned, staged] = [
      await aStagedImport(browser, someRows(2, "planned")),
      await aStagedImport(browser, someRows(2, "staged")),
    ] as const;
    await browser.change("planImport", { importId: planned });
    await hasCome(test, planned, "PLANNED");
    await founder.change("revokePermission", { userId: user.id, permission: "CAN_BULK_INVITE" });
    for (const importId of [planned, staged]) {
      const payload = await founder.change("commitImport", { importId }, "import { id }");
      expect(payload.import).toBeNull();
      expect(payload.userErrors).toMatchObject([{ code: "PERMISSION_REVOKED", path: ["importId"] }]);
    }
    await expect(browser.change("commitImport", { importId: planned })).rejects.toThrow("FORBIDDEN");
    const cancelled = await browser.change("cancelImport", { importId: planned }, "import { status }");
    expect(cancelled).toEqual({ import: { status: "CANCELLED" }, userErrors: [] });
    await founder.change("grantPermission", { userId: user.id, permission: "CAN_BULK_INVITE" });
    await founder.change("commitImport", { importId: staged });
    await hasCome(test, staged, "DONE");
    expect(await invited(staged)).toBe(2);
  });

  it("rejects what is left when the permission is taken away in the middle (F55)", async () => {
    const { user, browser } = await aSignedInUser(test, {
      email: "bulk@x.org",
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
    });
    const importId = await aStagedImport(browser, someRows(4, "revoked"), { size: 2 });
    await leasedByAnother(importId, 1);
    await browser.change("commitImport", { importId });
    await hasDone(importId, [0]);
    await test.app.db.tx((tx) => tx.delete(Grant, { userId: user.id, permission: "CAN_BULK_INVITE" }));
    test.clock.forward(leaseTime + 1);
    test.app.jobs.wake("import");
    await hasCome(test, importId, "DONE");
    const report = await reportOf(founder, importId);
    expect(lines(report)).toEqual([
      "2 INVITED",
      "3 INVITED",
      "4 REJECTED PERMISSION_REVOKED",
      "5 REJECTED PERMISSION_REVOKED",
    ]);
    expect(report.problems).toEqual([{ column: "", code: "PERMISSION_REVOKED", rows: 2 }]);
    expect(report.counts).toMatchObject({ invited: 2, rejected: 2, total: 4 });
    expect(await invited(importId)).toBe(2);
    // what came of the rows is still theirs to read; nothing else of it is theirs to do
    const { data } = await browser.ask(`{ import(id: "${importId}") { counts { rejected } } }`);
    expect(data.import.counts.rejected).toBeGreaterThan(0);
    await expect(browser.change("commitImport", { importId })).rejects.toThrow("FORBIDDEN");
  });

  it("gives nothing beyond what the importing member holds (F57)", async () => {
    const { browser } = await aSignedInUser(test, {
      email: "bulk2@x.org",
      permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"],
    });
    const rows = [
      ["A", "B", "f57x@x.org", "Acme", "administrator", "", ""],
      ["A", "B", "f57y@x.org", "Acme", "", "Welders", "coach"],
      ["A", "B", "f57z@x.org", "Acme", "", "Welders", ""],
    ];
    const columns = [...someColumns, "user_type", "groups", "role"];
    const report = await committed(test, browser, await aStagedImport(browser, rows, { columns }));
    expect(lines(report)).toEqual(["2 REJECTED NOT_ALLOWED user_type", "3 REJECTED NOT_ALLOWED role", "4 INVITED"]);
  });

  it("stops for good when cancelled; nothing more is applied", async () => {
    const rows = someRows(60, "cancel");
    const importId = await aStagedImport(founder, rows, { size: 2 });
    await founder.change("commitImport", { importId });
    const cancelled = await founder.change("cancelImport", { importId }, "import { status }");
    const done = await invited(importId);
    if (cancelled.import) {
      expect(cancelled.import.status).toBe("CANCELLED");
      test.app.jobs.wake("import");
      expect((await founder.change("cancelImport", { importId })).userErrors).toEqual([]);
      expect((await founder.change("commitImport", { importId })).userErrors).toMatchObject([
        { code: "IMPORT_CLOSED" },
      ]);
    }
    expect(await invited(importId)).toBe(done);
    expect((await reportOf(founder, importId)).counts.invited).toBe(done);
  });

  it("records what an import has done when it ends before its time (F73)", async () => {
    const done = async (importId: string) =>
      (await read().findBy(AuditEventRow, { type: "people_invited" })).filter(
        ({ details }) => (details as { importId?: string }).importId === importId,
      );
    const begun = async (prefix: string) => {
      const importId = await aStagedImport(founder, someRows(4, prefix), { size: 2 });
      await leasedByAnother(importId, 1);
      await founder.change("commitImport", { importId });
      await hasDone(importId, [0]);
      return importId;
    };
    const cancelled = await begun("cut");
    await founder.change("cancelImport", { importId: cancelled });
    expect(await done(cancelled)).toMatchObject([{ details: { count: 2 } }]);

    const failed = await begun("lost");
    await test.app.db.tx(async (tx) => {
      await tx.delete(ImportCells, { importId: failed, chunk: 1 });
      const lastTry = { attempts: 7, leaseUntil: test.clock.now() };
      await tx.update(ImportChunk, { importId: failed, number: 1 }, lastTry);
    });
    test.app.jobs.wake("import");
    await hasCome(test, failed, "FAILED");
    expect(await done(failed)).toMatchObject([{ details: { count: 2 } }]);
  });

  it("renews expired invitations and leaves live ones (F9)", async () => {
    const createdAt = test.clock.now();
    const expired = anInvitation({ workspaceId, email: "exp@x.org", createdAt, expiresAt: createdAt });
    const live = anInvitation({ workspaceId, email: "live@x.org", createdAt });
    await store(Invitation, [expired, live]);
    const rows = [
      ["A", "B", "exp@x.org", "Acme"],
      ["A", "B", "live@x.org", "Acme"],
    ];
    const report = await committed(test, founder, await aStagedImport(founder, rows));
    expect(lines(report)).toEqual(["2 INVITED", "3 UNCHANGED ALREADY_INVITED email"]);
    expect(await read().findOneByOrFail(Invitation, { id: expired.id })).toMatchObject({ generation: 2, importRow: 2 });
    expect(await read().findOneByOrFail(Invitation, { id: live.id })).toMatchObject({ generation: 1, importId: null });
  });

  it("pages through the report and filters it by outcome", async () => {
    const rows = someRows(25, "page").map((row, i) => (i % 5 === 2 ? ["", "", `page${i}@x.org`, ""] : row));
    const importId = await aStagedImport(founder, rows, { size: 4 });
    await committed(test, founder, importId);
    const page = async (args: string) => {
      const answer = await founder.ask(
        `{ import(id: "${importId}") { rows(${args}) { nodes { row cells } pageInfo { hasNextPage endCursor } totalCount } } }`,
      );
      return answer.data.import.rows;
    };
    const all: number[] = [];
    for (let after = ""; ; ) {
      const part = await page(`first: 7${after}`);
      all.push(...part.nodes.map(({ row }: { row: number }) => row));
      expect(part.totalCount).toBe(25);
      if (!part.pageInfo.hasNextPage) break;
      after = `, after: "${part.pageInfo.endCursor}"`;
    }
    expect(all).toEqual(Array.from({ length: 25 }, (_, i) => i + 2));
    const rejected = await page("first: 3, outcome: REJECTED");
    expect(rejected.nodes.map(({ row }: { row: number }) => row)).toEqual([4, 9, 14]);
    expect(rejected.nodes[1].cells).toEqual(rows[7]);
    expect(rejected).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await page(`first: 3, outcome: REJECTED, after: "${rejected.pageInfo.endCursor}"`);
    expect(rest.nodes.map(({ row }: { row: number }) => row)).toEqual([19, 24]);
  });

  it("remembers the columns of a header per workspace (F33)", async () => {
    const header = ["Prénom", "Nom", "Courriel", "Société", "Ignorée"];
    const columns = [...someColumns, null];
    const ask = (names: string[]) =>
      founder.ask("query ($header: [String!]!) { columnMapping(header: $header) }", { header: names });
    expect((await ask(header)).data.columnMapping).toBeNull();
    await anImport(founder, someRows(1), { columns, header });
    expect((await ask(header)).data.columnMapping).toEqual(columns);
    expect((await ask(header.slice(0, 4))).data.columnMapping).toBeNull();
  });

  it.each([
    ["UNKNOWN_COLUMN columns 4", { columns: [...someColumns, "surname"] }],
    ["DUPLICATE_IN_INPUT columns 4", { columns: [...someColumns, "email"] }],
    ["TOO_LONG columns", { columns: Array(200_000).fill("nope") }],
    ["REQUIRED columns company", { columns: someColumns.slice(0, 3) }],
    ["EMAIL_MALFORMED defaults teamLeader", { defaults: { teamLeader: "x" } }],
    ["LEADER_WITHOUT_TEAM defaults teamLeader", { defaults: { teamLeader: "boss@x.org" } }],
    ["OUT_OF_RANGE totalRows", { totalRows: 0 }],
    ["OUT_OF_RANGE totalRows", { totalRows: 2_000_001 }],
    ["OUT_OF_RANGE lifetimeHours", { lifetimeHours: 721 }],
    ["REQUIRED fileName", { fileName: " \n" }],
    ["TOO_LONG fileName", { fileName: "x".repeat(256) }],
    ["TOO_LONG message", { message: "x".repeat(2_001) }],
  ])("refuses to start as %s", async (expected, more) => {
    const input = { fileName: "people.csv", totalRows: 1, columns: someColumns, ...more };
    const { userErrors } = await founder.change("startImport", input);
    expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(" "))).toEqual([
      expected,
    ]);
  });

  it("takes a column's default for what has none (F30)", async () => {
    const rows = [["A", "B", "default@x.org"]];
    const importId = await aStagedImport(founder, rows, {
      columns: someColumns.slice(0, 3),
      defaults: { company: "Default Ltd", language: "nl" },
    });
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 1 });
    const { companyId, language } = await read().findOneByOrFail(Invitation, { importId });
    expect(language).toBe("nl");
    expect(await read().findOneByOrFail(Company, { id: companyId as string })).toMatchObject({ name: "Default Ltd" });
  });

  it("starts one import for one idempotency key (F69)", async () => {
    const start = (fileName: string) =>
      founder.change(
        "startImport",
        { fileName, totalRows: 1, columns: someColumns, idempotencyKey: "start1" },
        "import { id }",
      );
    const payloads = await Promise.all([start("a.csv"), start("a.csv"), start("a.csv")]);
    expect(new Set(payloads.map((payload) => payload.import.id)).size).toBe(1);
    expect((await start("b.csv")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  });

  it.each([
    ["REQUIRED rows", { rows: [] }],
    ["TOO_LONG rows", { rows: someRows(2_001) }],
    ["TOO_LONG rows 0", { rows: [["a", "b", "c", "d", "e", "f"]] }],
    ["OUT_OF_RANGE chunk", { chunk: -1 }],
    ["OUT_OF_RANGE chunk", { chunk: 10_000 }],
    ["OUT_OF_RANGE firstRow", { firstRow: 0 }],
    ["OUT_OF_RANGE firstRow", { firstRow: 5_000 }],
  ])("refuses a chunk as %s", async (expected, more) => {
    const importId = await anImport(founder, someRows(3_000));
    const chunk = { importId, chunk: 0, firstRow: 2, rows: someRows(1), ...more };
    const { userErrors } = await founder.change("stageImportRows", chunk);
    expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(" "))).toEqual([
      expected,
    ]);
  });

  it("is its maker's and the founder's; of another's or another workspace's it does not even exist", async () => {
    const permissions = ["USER_REGISTRATION" as const, "CAN_BULK_INVITE" as const];
    const one = await aSignedInUser(test, { email: "own1@x.org", permissions });
    const other = await aSignedInUser(test, { email: "own2@x.org", permissions });
    const importId = await aStagedImport(one.browser, someRows(1, "own"));
    expect((await reportOf(founder, importId)).status).toBe("STAGING");
    const hidden = await other.browser.ask(`{ import(id: "${importId}") { id } }`);
    expect(hidden.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    const mine = await other.browser.ask("{ imports(first: 5) { nodes { id } totalCount } }");
    expect(mine.data.imports).toEqual({ nodes: [], totalCount: 0 });
    await test.app.db.tx((tx) => tx.update(Import, { id: importId }, { workspaceId: newId() }));
    for (const browser of [one.browser, other.browser, founder]) {
      const answer = await browser.ask(
        "mutation ($importId: ID!) { commitImport(input: { importId: $importId }) { userErrors { code } } }",
        { importId },
      );
      expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
  });

  it("needs can_bulk_invite for all of it (F55)", async () => {
    const { browser } = await aSignedInUser(test, { email: "nobulk@x.org", permissions: ["USER_REGISTRATION"] });
    const codes = async (query: string) => (await browser.ask(query)).errors?.map(({ extensions }) => extensions.code);
    expect(await codes("{ imports { totalCount } }")).toBeUndefined();
    expect(await codes('{ columnMapping(header: ["a"]) }')).toEqual(["FORBIDDEN"]);
    expect(
      await codes(
        'mutation { startImport(input: { fileName: "a", totalRows: 1, columns: [] }) { userErrors { code } } }',
      ),
    ).toEqual(["FORBIDDEN"]);
    for (const operation of ["planImport", "commitImport"]) {
      const query = `mutation { ${operation}(input: { importId: "${newId()}" }) { userErrors { code } } }`;
      expect(await codes(query)).toEqual(["FORBIDDEN"]);
    }
  });

  it("erases the cells 30 days after the end; outcomes stay", async () => {
    const importId = await aStagedImport(founder, someRows(2, "erase"));
    await committed(test, founder, importId);
    const eraser = makeCellsEraser(test.app);
    await eraser.work(new AbortController().signal);
    expect(await read().countBy(ImportCells, { importId })).toBe(1);
    test.clock.forward(hours(24 * 30) + 1);
    while (await eraser.work(new AbortController().signal));
    expect(await read().countBy(ImportCells, { importId })).toBe(0);
    const row = await read().findOneByOrFail(Import, { id: importId });
    expect(row.state).toBe("DONE");
    expect(await read().countBy(Import, { state: Not(In(["DONE", "CANCELLED", "FAILED"])) })).toBe(0);
  });
});
