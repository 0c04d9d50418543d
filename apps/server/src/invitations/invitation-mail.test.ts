import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, invite, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { Workspace } from "../workspaces/workspace.entity.js";

describe("the invitation mail", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    await database.db.tx((tx) => tx.delete(OutboxMail, { state: "QUEUED" }));
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  it.each([
    [
      "en",
      "Ada Okoro invites you to join Northwind Academy",
      "Hello Zoë,",
      "Ada Okoro writes:",
      "Accept the invitation",
      "until Sunday, 29 November 2026 at 10:00 CET.",
    ],
    [
      "fr",
      "Ada Okoro vous invite à rejoindre Northwind Academy",
      "Bonjour Zoë,",
      "Ada Okoro vous écrit\u00a0:",
      "Accepter l’invitation",
      "jusqu’au dimanche 29 novembre 2026 à 10:00 UTC+1.",
    ],
    [
      "nl",
      "Ada Okoro nodigt u uit voor Northwind Academy",
      "Beste Zoë,",
      "Ada Okoro schrijft:",
      "Uitnodiging aannemen",
      "tot zondag 29 november 2026 om 10:00 CET.",
    ],
  ] as const)(
    "is written in the person's language, as HTML and as text (F4, F12, F64): %s",
    async (language, subject, ...words) => {
      await invite(office, [{ language, firstName: "Zoë", message: "À lundi !\nAda" }]);
      await sendMails(office.app);
      const [mail] = post.server.mails;
      expect(mail?.subject).toBe(subject);
      expect(mail?.html).toContain(`<html lang="${language}"`);
      for (const part of [mail?.html, mail?.text]) for (const word of words) expect(part).toContain(word);
      expect(mail?.html).toContain("À lundi !<br>Ada");
      expect(mail?.text).toContain("> À lundi !\n> Ada");
    },
  );

  it("carries the person's own link, whose secret is stored nowhere once it is sent", async () => {
    const [invitation] = await invite(office, [{}]);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    const [, secret] = /https:\/\/people\.example\.org\/join#([\w-]{43})\s/.exec(mail?.text ?? "") ?? [];
    const link = await database.db.read.findOneByOrFail(Link, { secretHash: hashSecret(secret as string) });
    expect(link).toMatchObject({ purpose: "INVITATION", subjectId: invitation?.id, generation: 1 });
    // in the button, and in the line to copy
    expect(mail?.html?.split(`/join#${secret}`)).toHaveLength(3);
    const [row] = await outboxOf(office, [invitation as { id: string }]);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.sealedSecret).toBeNull();
  });

  it("has headers that say what it is and whom it is from and to", async () => {
    const [invitation] = await invite(office, [
      { email: "zoe@example.org", firstName: "Zoë", lastName: "O'Neil, Jr." },
    ]);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    const [row] = await outboxOf(office, [invitation as { id: string }]);
    const header = (key: string) => mail?.headers.find((each) => each.key === key)?.value;
    expect(mail?.from).toEqual({ name: "Northwind Academy", address: "no-reply@example.org" });
    expect(mail?.to).toEqual([{ name: "Zoë O'Neil, Jr.", address: "zoe@example.org" }]);
    expect(mail?.messageId).toBe(`<${row?.id}@people.example.org>`);
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("x-mailer")).toBeUndefined();
    expect(new Date(header("date") as string)).toEqual(office.clock.now());
  });

  it("treats what people wrote as text, in header, HTML and text", async () => {
    const evil = `<script>alert(1)</script>`;
    const breaking = `Eve\r\nBcc: eve@example.org\r\n\r\n<b>body</b>`;
    const workspace = { ...office.workspace, name: `${evil}\r\nX-Evil: 1` };
    await database.db.tx((tx) => tx.update(Workspace, { id: workspace.id }, { name: workspace.name }));
    await invite(office, [
      { firstName: breaking, lastName: evil, message: `${evil}\n{{= it.footer }}`, email: "eve@x.org" },
    ]);
    await sendMails(office.app);
    expect(post.server.mails).toHaveLength(1);
    const [mail] = post.server.mails;
    const keys = mail?.headers.map(({ key }) => key);
    expect(keys).not.toContain("bcc");
    expect(keys).not.toContain("x-evil");
    expect(mail?.to?.map(({ address }) => address)).toEqual(["eve@x.org"]);
    expect(mail?.subject).toContain(evil);
    expect(mail?.html).not.toContain("<script");
    expect(mail?.html).not.toContain("<b>");
    expect(mail?.html).toContain("{{= it.footer }}");
    expect(mail?.text).toContain(evil);
  });

  it("reaches addresses in other alphabets' domains", async () => {
    await invite(office, [{ email: "zoe@bücher.example" }]);
    await sendMails(office.app);
    expect(post.server.mails[0]?.raw).toMatch(/^To: zoe@xn--bcher-kva\.example\r$/m);
  });

  it("does without a name, a message and an inviter who is gone", async () => {
    await invite(office, [{ inviterId: "01890000-0000-7000-8000-000000000000" }]);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail?.subject).toBe("You are invited to join Northwind Academy");
    expect(mail?.text).toContain("Hello,\n\nYou are invited to join Northwind Academy.");
    expect(`${mail?.html}${mail?.text}`).not.toMatch(/null|undefined|writes:/);
  });
});
