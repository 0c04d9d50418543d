import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aUser } from "../testing/rows.js";
import { User } from "../users/user.entity.js";
import { passwordChangedMail } from "./password-changed-mail.js";
import { passwordResetLifetime, passwordResetMail } from "./password-reset-mail.js";

const secret = "a-secret-of-the-link";

describe("the mails about a password", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  async function write(given: Partial<User>, mail: (user: User) => ReturnType<typeof passwordChangedMail>) {
    const { app, workspace } = office;
    const user = aUser({ workspaceId: workspace.id, email: `${newId()}@example.org`, username: newId(), ...given });
    await app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [user]);
      await enqueueMail(tx, app, mail(user));
    });
    return user;
  }
  const reset = (given: Partial<User> = {}) => write(given, (user) => passwordResetMail(user, secret));

  it.each([
    ["en", "Choose a new password for Northwind Academy", "until Sunday, 22 November 2026 at 11:00 CET"],
    ["fr", "Choisissez un nouveau mot de passe pour Northwind Academy", "jusqu’au dimanche 22 novembre 2026"],
    ["nl", "Kies een nieuw wachtwoord voor Northwind Academy", "tot zondag 22 november 2026"],
  ] as const)("bring the link to a new one in the person's language (F64): %s", async (language, subject, until) => {
    const user = await reset({ language, firstName: "<b>Zoë</b>" });
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail).toMatchObject({ subject, recipient: user.email });
    const address = `https://people.example.org/reset-password#${secret}`;
    expect(mail?.text).toContain(address);
    expect(mail?.text).toContain(until);
    expect(mail?.text).toContain(user.username);
    expect(mail?.html).toContain(`href="${address}"`);
    expect(mail?.html).toContain("&lt;b&gt;Zoë&lt;/b&gt;");
    expect(await outboxOf(office, [user])).toMatchObject([{ state: "SENT", sealedSecret: null }]);
  });

  it.each([
    ["en", "Your password for Northwind Academy was changed", "It was not me"],
    ["fr", "Votre mot de passe pour Northwind Academy a été modifié", "Ce n’était pas moi"],
    ["nl", "Uw wachtwoord voor Northwind Academy is gewijzigd", "Ik was dit niet"],
  ] as const)("tell the owner of a new one (F64): %s", async (language, subject, action) => {
    await write({ language }, passwordChangedMail);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail?.subject).toBe(subject);
    expect(mail?.html).toContain(action);
    expect(mail?.html).toContain('href="https://people.example.org/forgot-password"');
  });

  it("are withheld when they have become pointless", async () => {
    const closed = await reset({ status: "DEACTIVATED" });
    const changed = await reset();
    await office.app.db.tx((tx) => tx.update(User, { id: changed.id }, { generation: 2 }));
    await sendMails(office.app);
    const late = await reset();
    office.clock.forward(passwordResetLifetime);
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    expect(await outboxOf(office, [closed, changed, late])).toMatchObject([
      { state: "SUPPRESSED" },
      { state: "SUPPRESSED" },
      { state: "FAILED", serverAnswer: "The link expired before the mail could be sent." },
    ]);
  });

  it("are not made for who has no address", () => {
    const user = aUser({ workspaceId: newId(), email: null });
    expect([...passwordResetMail(user, secret), ...passwordChangedMail(user)]).toEqual([]);
  });
});
