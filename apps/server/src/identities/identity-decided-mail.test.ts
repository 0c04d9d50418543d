import type { IdentityField } from "@usher/rules/identity-fields";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aStoredIdentity } from "../testing/a-stored-identity.js";
import { aUser } from "../testing/rows.js";
import { User } from "../users/user.entity.js";
import { holdIdentity } from "./hold-identity.js";
import type { Identity } from "./identity.entity.js";
import { sealRejection } from "./identity-box.js";
import { identityDecidedMail } from "./identity-decided-mail.js";
import { storeIdentity } from "./store-identity.js";

describe("mails about an identity that was decided", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  const someone = async (given: Partial<User> = {}) => {
    const email = `${newId()}@example.org`;
    const user = aUser({ workspaceId: office.workspace.id, email, username: newId(), ...given });
    await office.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    await aStoredIdentity(office, user, "SUBMITTED");
    return user;
  };

  /** Decides as the use cases do, with the mail in the same transaction; without one where `isTold` is false. */
  const decide = ({ id, workspaceId }: User, status: Identity["status"], fields: IdentityField[] = [], isTold = true) =>
    office.app.db.tx(async (tx) => {
      const held = await holdIdentity(tx, workspaceId, id);
      const reasons = fields.map((field) => ({ field, reason: "It reads Kouter 99 on your card" }));
      const sealedReasons = sealRejection(office.app, id, { reasons, open: fields });
      await storeIdentity(tx, office.app, held, { status, sealedReasons, decidedById: office.founder.id });
      const kind = status === "VALIDATED" ? "identity-validated" : "identity-rejected";
      if (isTold) await enqueueMail(tx, office.app, identityDecidedMail(held.user, kind));
    });

  it.each([
    ["en", "Your registration at Northwind Academy is complete", "was checked and found right"],
    ["fr", "Votre inscription à Northwind Academy est terminée", "ont été vérifiées"],
    ["nl", "Uw registratie bij Northwind Academy is voltooid", "zijn nagekeken en in orde"],
  ] as const)("tell that all is right, in the person's language (F60): %s", async (language, subject, text) => {
    const user = await someone({ language, firstName: "<b>Zoë</b>" });
    await decide(user, "VALIDATED");
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail).toMatchObject({ subject, recipient: user.email });
    expect(mail?.text?.replace(/\s+/g, " ")).toContain(text);
    expect(mail?.html).toContain('href="https://people.example.org"');
    expect(mail?.html).toContain("&lt;b&gt;Zoë&lt;/b&gt;");
    expect(await outboxOf(office, [user])).toMatchObject([{ state: "SENT", sealedSecret: null }]);
  });

  it.each([
    ["en", "Please correct your personal information for Northwind Academy", ["Street and number", "Tax number"]],
    [
      "fr",
      "Veuillez corriger vos informations personnelles pour Northwind Academy",
      ["Rue et numéro", "Numéro fiscal"],
    ],
    ["nl", "Verbeter uw persoonlijke gegevens voor Northwind Academy", ["Straat en nummer", "Fiscaal nummer"]],
  ] as const)(
    "name the fields to correct, and neither what they say nor why (F60, F63): %s",
    async (language, subject, names) => {
      const user = await someone({ language });
      await decide(user, "REJECTED", ["street", "taxNumber"]);
      await sendMails(office.app);
      const [mail] = post.server.mails;
      expect(mail).toMatchObject({ subject, recipient: user.email });
      for (const name of names) {
        expect(mail?.text).toContain(name);
        expect(mail?.html).toContain(name);
      }
      // the page of one's own registration, and no secret
      expect(mail?.html).toContain('href="https://people.example.org/my-registration"');
      expect(mail?.text).not.toContain("#");
      expect(mail?.raw).not.toMatch(/Kouter|Maes|9000/);
    },
  );

  it("are withheld when it stands otherwise by now, or the account is closed (F60)", async () => {
    const corrected = await someone();
    await decide(corrected, "REJECTED", ["street"]);
    await decide(corrected, "SUBMITTED", [], false);
    const registered = await someone();
    await decide(registered, "REJECTED", ["street"]);
    await decide(registered, "VALIDATED", [], false);
    const closed = await someone();
    await decide(closed, "VALIDATED");
    await office.app.db.tx((tx) => tx.update(User, { id: closed.id }, { status: "DEACTIVATED" }));
    const gone = await someone();
    await decide(gone, "VALIDATED");
    await office.app.db.tx((tx) => tx.delete(User, { id: gone.id }));
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    expect(await outboxOf(office, [corrected, registered, closed, gone])).toMatchObject(
      Array.from({ length: 4 }, () => ({ state: "SUPPRESSED" })),
    );
  });

  it("tell once of what was rejected twice before the first went out, and what is to be corrected now", async () => {
    const user = await someone();
    await decide(user, "REJECTED", ["street"]);
    office.clock.forward(1_000);
    await decide(user, "REJECTED", ["phone"]);
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(1);
    expect(post.server.mails[0]?.text).toContain("Phone");
    expect(post.server.mails[0]?.text).not.toContain("Street");
  });

  it("still tell that all is right when it was put right once more", async () => {
    const user = await someone();
    await decide(user, "VALIDATED");
    office.clock.forward(1_000);
    await decide(user, "VALIDATED", [], false);
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(1);
  });

  it("are not made for who has no address, or cannot sign in", () => {
    const workspaceId = newId();
    const none = [
      aUser({ workspaceId, email: null }),
      aUser({ workspaceId, email: "lea@x.org", status: "PENDING" }),
      aUser({ workspaceId, email: "lea@x.org", status: "DEACTIVATED" }),
    ];
    expect(none.flatMap((user) => identityDecidedMail(user, "identity-validated"))).toEqual([]);
  });
});
