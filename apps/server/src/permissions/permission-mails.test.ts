import type { Permission } from "@usher/rules/permissions";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aUser } from "../testing/rows.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { foundershipOfferedMail, transferLifetime } from "./foundership-offered-mail.js";
import { FoundershipTransfer } from "./foundership-transfer.entity.js";
import { foundershipTransferredMail } from "./foundership-transferred-mail.js";
import { Grant } from "./grant.entity.js";
import { permissionMail } from "./permission-mail.js";

describe("mails about permissions and foundership", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  const someone = async (given: Partial<User> = {}) => {
    const user = aUser({
      workspaceId: office.workspace.id,
      email: `${newId()}@example.org`,
      username: newId(),
      ...given,
    });
    await office.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    return user;
  };
  const grant = ({ workspaceId, id: userId }: User, permission: Permission) => {
    const [grantedBy, createdAt] = [office.founder.id, office.clock.now()];
    return office.app.db.tx((tx) => bulkInsert(tx, Grant, [{ workspaceId, userId, permission, grantedBy, createdAt }]));
  };
  const queue = (mails: ReturnType<typeof permissionMail>) =>
    office.app.db.tx((tx) => enqueueMail(tx, office.app, mails));

  async function told(change: "granted" | "revoked", permission: Permission, given: Partial<User> = {}) {
    const user = await someone(given);
    if (change === "granted") await grant(user, permission);
    await queue(permissionMail(change, user, permission));
    return user;
  }

  it.each([
    ["en", "granted", "You have a new permission in Northwind Academy", "You now have can_bulk_invite"],
    [
      "fr",
      "granted",
      "Vous avez une nouvelle autorisation dans Northwind Academy",
      "Vous avez désormais can_bulk_invite",
    ],
    ["nl", "granted", "U hebt een nieuwe machtiging in Northwind Academy", "U hebt nu can_bulk_invite"],
    [
      "en",
      "revoked",
      "A permission of yours in Northwind Academy was taken back",
      "You no longer have can_bulk_invite",
    ],
    [
      "fr",
      "revoked",
      "L’une de vos autorisations dans Northwind Academy vous a été retirée",
      "Vous n’avez plus can_bulk_invite",
    ],
    ["nl", "revoked", "Een machtiging van u in Northwind Academy is ingetrokken", "U hebt can_bulk_invite niet meer"],
  ] as const)(
    "tell the person which, in their language (F55, F64): %s %s",
    async (language, change, subject, heading) => {
      const user = await told(change, "CAN_BULK_INVITE", { language, firstName: "<b>Zoë</b>" });
      await sendMails(office.app);
      const [mail] = post.server.mails;
      expect(mail).toMatchObject({ subject, recipient: user.email });
      expect(mail?.text).toContain(heading);
      expect(mail?.html).toContain('href="https://people.example.org"');
      expect(mail?.html).toContain("&lt;b&gt;Zoë&lt;/b&gt;");
      expect(await outboxOf(office, [user])).toMatchObject([{ state: "SENT" }]);
    },
  );

  it.each([
    ["USER_REGISTRATION", "you can invite people and create accounts for them", "is closed to you"],
    ["CAN_BULK_INVITE", "you can now add many at once", "the rows that are left are refused"],
    ["MANAGE_USERS", "register, validate and reject digital identities", "can no longer register, validate or reject"],
  ] as const)(
    "say in a plain sentence what %s is for, and what ends with it (F54, F55, F56)",
    async (permission, allows, closes) => {
      await told("granted", permission);
      await told("revoked", permission);
      await sendMails(office.app);
      const texts = post.server.mails.map(({ text }) => (text ?? "").replace(/\s+/g, " "));
      expect(texts.filter((text) => text.includes(permission.toLowerCase()))).toHaveLength(2);
      expect(texts.find((text) => text.includes("gave you"))).toContain(allows);
      expect(texts.find((text) => text.includes("took the permission"))).toContain(closes);
    },
  );

  it("are withheld when it has been undone meanwhile, or the person is gone", async () => {
    const takenBack = await told("granted", "CAN_BULK_INVITE");
    await office.app.db.tx((tx) => tx.delete(Grant, { userId: takenBack.id }));
    const givenAgain = await told("revoked", "CAN_BULK_INVITE");
    await grant(givenAgain, "CAN_BULK_INVITE");
    const other = await told("granted", "MANAGE_USERS");
    await grant(other, "CAN_BULK_INVITE");
    await office.app.db.tx((tx) => tx.delete(Grant, { userId: other.id, permission: "MANAGE_USERS" }));
    const closed = await told("granted", "CAN_BULK_INVITE");
    await office.app.db.tx((tx) => tx.update(User, { id: closed.id }, { status: "DEACTIVATED" }));
    const founder = await told("revoked", "CAN_BULK_INVITE");
    await office.app.db.tx((tx) => tx.update(User, { id: founder.id }, { userType: "FOUNDER" }));
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    expect(await outboxOf(office, [takenBack, givenAgain, other, closed, founder])).toMatchObject(
      Array.from({ length: 5 }, () => ({ state: "SUPPRESSED" })),
    );
  });

  it("tell once of what was given, taken and given again before the first went out", async () => {
    const user = await told("granted", "CAN_BULK_INVITE");
    await office.app.db.tx((tx) => tx.delete(Grant, { userId: user.id }));
    await queue(permissionMail("revoked", user, "CAN_BULK_INVITE"));
    office.clock.forward(1_000);
    await grant(user, "CAN_BULK_INVITE");
    await queue(permissionMail("granted", user, "CAN_BULK_INVITE"));
    await sendMails(office.app);
    expect(post.server.mails.map(({ subject }) => subject)).toEqual(["You have a new permission in Northwind Academy"]);
  });

  it("are not made for who has no address, or cannot sign in", () => {
    const workspaceId = newId();
    const nobody = aUser({ workspaceId, email: null });
    const pending = aUser({ workspaceId, email: "lea@x.org", status: "PENDING" });
    expect([
      ...permissionMail("granted", nobody, "MANAGE_USERS"),
      ...permissionMail("granted", pending, "MANAGE_USERS"),
      ...foundershipOfferedMail(nobody),
      ...foundershipTransferredMail(nobody),
    ]).toEqual([]);
  });

  async function offered(given: Partial<User> = {}) {
    const user = await someone(given);
    const { workspaceId } = user;
    const createdAt = office.clock.now();
    const expiresAt = new Date(createdAt.getTime() + transferLifetime);
    const offer = { workspaceId, fromId: office.founder.id, toId: user.id, createdAt, expiresAt };
    await office.app.db.tx(async (tx) => {
      await tx.delete(FoundershipTransfer, { workspaceId });
      await bulkInsert(tx, FoundershipTransfer, [offer]);
    });
    await queue(foundershipOfferedMail(user));
    return user;
  }

  it.each([
    [
      "en",
      "You are asked to take over Northwind Academy",
      "Ada Okoro wants to",
      "Sunday, 29 November 2026 at 10:00 CET",
    ],
    ["fr", "On vous propose de reprendre Northwind Academy", "Ada Okoro souhaite", "dimanche 29 novembre 2026"],
    ["nl", "U wordt gevraagd Northwind Academy over te nemen", "Ada Okoro wil", "zondag 29 november 2026"],
  ] as const)(
    "ask whether one wants to be the founder, by a page and no secret (F52, F64): %s",
    async (language, subject, who, until) => {
      const user = await offered({ language });
      await sendMails(office.app);
      const [mail] = post.server.mails;
      expect(mail).toMatchObject({ subject, recipient: user.email });
      expect(mail?.text).toContain(who);
      expect(mail?.text?.replace(/\s+/g, " ")).toContain(until);
      expect(mail?.html).toContain('href="https://people.example.org/permissions/transfer"');
      expect(mail?.text).not.toContain("#");
    },
  );

  it("are withheld when the offer is closed, made anew or made to somebody else; they fail when it has expired", async () => {
    const declined = await offered();
    await office.app.db.tx((tx) => tx.delete(FoundershipTransfer, { toId: declined.id }));
    const passedOver = await offered();
    await offered();
    office.clock.forward(transferLifetime);
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    const [first, second] = await outboxOf(office, [declined, passedOver]);
    expect([first?.state, second?.state]).toEqual(["SUPPRESSED", "SUPPRESSED"]);
    const late = await offered();
    office.clock.forward(transferLifetime);
    await sendMails(office.app);
    expect(await outboxOf(office, [late])).toMatchObject([
      { state: "FAILED", serverAnswer: "The offer expired before the mail could be sent." },
    ]);
  });

  it.each([
    ["en", "You are now the founder of Northwind Academy", "Northwind Academy has another founder"],
    [
      "fr",
      "Le rôle de fondateur de Northwind Academy vous revient",
      "Le rôle de fondateur de Northwind Academy a changé de mains",
    ],
    ["nl", "U bent nu de oprichter van Northwind Academy", "Northwind Academy heeft een andere oprichter"],
  ] as const)("tell both that the workspace has changed hands (F52, F64): %s", async (language, mine, theirs) => {
    const taking = await someone({ language, firstName: "Lea", lastName: "Maes", userType: "FOUNDER" });
    await office.app.db.tx(async (tx) => {
      await tx.update(User, { id: office.founder.id }, { userType: "ADMINISTRATOR" });
      await tx.update(Workspace, { id: office.workspace.id }, { founderId: taking.id });
    });
    await queue([
      ...foundershipTransferredMail(taking),
      ...foundershipTransferredMail({ ...office.founder, language }),
    ]);
    await sendMails(office.app);
    const to = (user: User) => post.server.mails.find(({ recipient }) => recipient === user.email);
    expect(to(taking)?.subject).toBe(mine);
    expect(to(office.founder)?.subject).toBe(theirs);
    expect(to(office.founder)?.text).toContain("Lea Maes");
  });
});
