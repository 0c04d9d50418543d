import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aStagedImport, committed, hasCome, lines, reportOf, someColumns, someRows } from "../testing/an-import.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";

const create = { mode: "CREATE" };

describe("an import that creates (F35)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });
  const read = () => test.app.db.read;
  const madeBy = (importId: string) => read().find(User, { where: { importId }, order: { importRow: "ASC" } });

  it("plans truthfully, then makes accounts that wait, and mails nobody yet (F25, F40)", async () => {
    const { invitation } = await anInvitationLink(test.app, { workspaceId, email: "later1@x.org" });
    const rows = [
      ...someRows(3, "later"),
      ["Ada", "Okoro", "ada@northwind.example", "Acme"],
      ["Twice", "Over", "LATER0@x.org", "Acme"],
      ["No", "Address", "", "Acme"],
    ];
    const importId = await aStagedImport(founder, rows, create);
    await founder.change("planImport", { importId });
    await hasCome(test, importId, "PLANNED");
    const { data } = await founder.ask(
      "query ($id: ID!) { import(id: $id) { plan { created unchanged rejected } mode credential activationMail } }",
      {
        id: importId,
      },
    );
    expect(data.import).toEqual({
      plan: { created: 3, unchanged: 1, rejected: 2 },
      mode: "CREATE",
      credential: "ACTIVATION_LINK",
      activationMail: "LATER",
    });
    expect(await madeBy(importId)).toEqual([]);
    const report = await committed(test, founder, importId);
    expect(report.counts).toMatchObject({ invited: 0, created: 3, unchanged: 1, rejected: 2, total: 6 });
    expect(lines(report)).toEqual([
      "2 CREATED",
      "3 CREATED",
      "4 CREATED",
      "5 UNCHANGED",
      "6 REJECTED DUPLICATE_IN_INPUT email",
      "7 REJECTED REQUIRED email",
    ]);
    const users = await madeBy(importId);
    expect(users.map(({ importRow, status, username }) => [importRow, status, username])).toEqual([
      [2, "PENDING", "later0"],
      [3, "PENDING", "later1"],
      [4, "PENDING", "later2"],
    ]);
    const [first] = users as [User];
    expect(first).toMatchObject({ activationExpiresAt: null, activationSentCount: 0, credential: "ACTIVATION_LINK" });
    expect(await read().countBy(OutboxMail, { subjectId: first.id })).toBe(0);
    expect(await read().countBy(Link, { subjectId: first.id })).toBe(0);
    const { data: closed } = await founder.ask("query ($id: ID!) { invitation(id: $id) { status } }", {
      id: invitation.id,
    });
    expect(closed.invitation.status).toBe("CANCELLED");
    // F46: the report leads to those it made
    const filter = { importId, statuses: ["PENDING"] };
    const list = await founder.ask("query ($filter: UserFilter) { countUsers(filter: $filter) }", { filter });
    expect(list.data.countUsers).toBe(3);
    const sent = await founder.change("sendActivationEmails", { filter, expectedCount: 3 }, "affected");
    expect(sent).toEqual({ affected: 3, userErrors: [] });
  });

  it("mails a link each at once when told so, and the same file again makes nobody (F25, F36)", async () => {
    const rows = [...someRows(2, "now"), ["Bo", "Berg", "bo@x.org", "Acme"]].map((row, i) => [
      ...row,
      "Blue",
      i === 0 ? "bo@x.org" : "",
    ]);
    const options = { ...create, activationMail: "NOW", columns: [...someColumns, "team", "team_leader"] };
    const importId = await aStagedImport(founder, rows, options);
    expect((await committed(test, founder, importId)).counts).toMatchObject({ created: 3 });
    const users = await madeBy(importId);
    for (const { id, teamId } of users) {
      expect(teamId).not.toBeNull();
      expect(await read().findBy(OutboxMail, { subjectId: id })).toMatchObject([{ kind: "activation" }]);
    }
    const again = await aStagedImport(founder, rows, options);
    expect((await committed(test, founder, again)).counts).toMatchObject({ created: 0, unchanged: 3, rejected: 0 });
    expect((await reportOf(founder, again)).status).toBe("DONE");
  });

  it.each<[object, string[]]>([
    [{ credential: "PASSWORD" }, ["NOT_COMBINABLE credential"]],
    [{ credential: "GENERATED_PASSWORD" }, ["NOT_COMBINABLE credential"]],
    [{ activationMail: "TO_ME" }, ["NOT_COMBINABLE activationMail"]],
    [{ message: "Hi", lifetimeHours: 5 }, ["NOT_COMBINABLE message", "NOT_COMBINABLE lifetimeHours"]],
  ])("is not begun with %j (F23)", async (more, refusals) => {
    const input = { fileName: "p.csv", totalRows: 1, columns: someColumns, ...create, ...more };
    const payload = await founder.change("startImport", input, "import { id }");
    expect(payload.import).toBeNull();
    expect(
      payload.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(" ")),
    ).toEqual(refusals);
  });
});
