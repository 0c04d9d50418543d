import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { entities } from "../entities.js";
import { Team } from "../groups/team.entity.js";
import { IdempotentAnswer } from "../idempotency/idempotent-answer.entity.js";
import { ImportCells } from "../imports/import-cells.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { FoundershipTransfer } from "../permissions/foundership-transfer.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { aStagedImport, committed, someRows } from "../testing/an-import.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { EmailChange } from "./email-change.entity.js";
import { User } from "./user.entity.js";

/** Part of everything that is known of the person, and of nothing else. */
const trace = /quixotine/i;

describe("a person whose account is deleted (F48, F49)", () => {
  const test = aRunningApp();

  /** Every table with the number of its rows in which something of the person stands. */
  async function traces(): Promise<Record<string, number>> {
    const { read, secrets } = { ...test.app, read: test.app.db.read };
    const found: Record<string, number> = {};
    for (const entity of entities) {
      const rows: { id: string; sealed?: string }[] = await read.find(entity as never);
      const texts = rows.map((row) =>
        JSON.stringify(entity === InboxMail ? secrets.open(row.sealed as string, row.id) : row),
      );
      const count = texts.filter((text) => trace.test(text)).length;
      if (count > 0) found[entity.name] = count;
    }
    return found;
  }

  it("leaves no trace in any table, but ids in the audit trail", async () => {
    const founder = await aFounder(test);
    const { read } = test.app.db;
    const email = "anna@quixotine.example";
    const columns = ["first_name", "last_name", "email", "company", "team", "team_leader"];
    const rows = someRows(4).map((row) => [...row, "", ""]);
    rows[2] = ["Anna", "Quixotine", email, "Acme", "Blue", email];
    const importId = await aStagedImport(founder, rows, { columns });
    await committed(test, founder, importId);

    const { id: invitationId } = await read.findOneByOrFail(Invitation, { email });
    const { link } = await founder.change("copyInvitationLink", { invitationId }, "link");
    const anna = new Browser(test);
    const form = { firstName: "Anna", lastName: "Quixotine", username: "quixotine", password: "quiet orange harbour" };
    const token = link.slice(link.indexOf("#") + 1);
    const joined = await anna.change("acceptInvitation", { token, ...form }, "viewer { user { id } }");
    const userId: string = joined.viewer.user.id;
    const user = await read.findOneByOrFail(User, { id: userId });
    const { workspaceId } = user;
    const { id: founderId } = await read.findOneByOrFail(User, { userType: "FOUNDER" });
    const grant = { workspaceId, userId, permission: "USER_REGISTRATION" as const };
    const now = test.clock.now();
    const asked = { email: "new@quixotine.example", emailKey: "new@quixotine.example", expiresAt: now, createdAt: now };
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Grant, [{ ...grant, grantedBy: userId, createdAt: now }]);
      const change = { id: newId(), workspaceId, userId, state: "OPEN" as const, generation: 1, userGeneration: 1 };
      await bulkInsert(tx, EmailChange, [{ ...change, ...asked }]);
      const place = { workspaceId, part: "PARTICIPANT" as const, addedById: userId, createdAt: now };
      await bulkInsert(tx, ProgramSessionMember, [
        { ...place, id: newId(), programSessionId: newId(), userId, email: null, emailKey: null },
        { ...place, id: newId(), programSessionId: newId(), userId: null, email, emailKey: email },
      ]);
      const offer = { workspaceId, fromId: founderId, toId: userId, createdAt: now, expiresAt: now };
      await bulkInsert(tx, FoundershipTransfer, [offer]);
    });
    await anna.change("inviteUsers", { people: [{ email: "friend@x.org" }], idempotencyKey: "k1", sendMail: false });
    // about somebody else, and made out to her
    const [friend] = await read.findBy(Invitation, { email: "friend@x.org" });
    const about = addedToGroupsMail({ ...user, firstName: "Anna", id: friend?.id as string });
    await test.app.db.tx((tx) => enqueueMail(tx, test.app, about));
    await until(
      () => read.countBy(OutboxMail, { state: "QUEUED" }),
      (queued) => queued === 0,
    );
    expect(Object.keys(await traces()).sort()).toEqual([
      "EmailChange",
      "ImportCells",
      "InboxMail",
      "Invitation",
      "OutboxMail",
      "ProgramSessionMember",
      "Team",
      "User",
    ]);
    const payload = await founder.change("deleteUsers", { ids: [userId] }, "affected");
    expect(payload).toEqual({ affected: 1, userErrors: [] });
    expect(await traces()).toEqual({});
    expect((await anna.ask("{ viewer { user { id } } }")).data.viewer).toBeNull();
    expect(await read.countBy(Grant, { userId })).toBe(0);
    expect(await read.countBy(IdempotentAnswer, { actorId: userId })).toBe(0);
    expect(await read.countBy(ProgramSessionMember, { workspaceId })).toBe(0);
    expect(await read.countBy(FoundershipTransfer, { workspaceId })).toBe(0);
    expect(await read.findOneByOrFail(Team, { nameKey: "blue" })).toMatchObject({ leaderEmailKey: null });
    const { data } = await founder.ask(
      "query ($id: ID!) { import(id: $id) { rows { nodes { row outcome cells } } } }",
      {
        id: importId,
      },
    );
    expect(data.import.rows.nodes).toMatchObject([{ row: 2 }, { row: 3 }, { row: 4, outcome: "INVITED" }, { row: 5 }]);
    expect(data.import.rows.nodes[2].cells).toEqual([]);
    const { keys } = await read.findOneByOrFail(ImportCells, { importId, chunk: 0 });
    expect(keys.email).toMatch(/^[^ ]{16}[^ ]{16}A{16}$/);
    // whom she invited is still invited
    expect(await read.findOneByOrFail(Invitation, { email: "friend@x.org" })).toMatchObject({ status: "PENDING" });
  });
});
