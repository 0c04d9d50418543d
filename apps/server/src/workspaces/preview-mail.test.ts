import { type LanguageCode, languages } from "@usher/rules/language";
import { MailName } from "@usher/schema/mail";
import { layOut } from "../mail/lay-out.js";
import type { Letter } from "../mail/letter.js";
import { plainLook } from "../mail/look.js";
import { mailNameOf } from "../mail/mail-name.js";
import type { MailSample } from "../mail/mail-sample.js";
import { mailKinds } from "../mail-kinds.js";
import { aGroup } from "../testing/a-group.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aPng, dataUrl } from "../testing/images.js";
import { aRunningApp, TestClock } from "../testing/start-app.js";

const preview = `query ($input: PreviewInvitationMailInput!) { previewInvitationMail(input: $input) { subject html text } }`;

describe("the preview of an invitation mail (F64)", () => {
  const test = aRunningApp();
  let founder: Browser;

  beforeAll(async () => {
    founder = await aFounder(test);
  });

  it.each([
    ["EN", "Ada Okoro invites you to join Northwind Academy", "Hello Ann,"],
    ["FR", "Ada Okoro vous invite à rejoindre Northwind Academy", "Bonjour Camille,"],
    ["NL", "Ada Okoro nodigt u uit voor Northwind Academy", "Beste Sanne,"],
  ])("is the mail itself, in the language asked for: %s", async (language, subject, greeting) => {
    const { data } = await founder.ask(preview, { input: { language, message: "Bring your <b>badge</b>" } });
    expect(data.previewInvitationMail.subject).toBe(subject);
    expect(data.previewInvitationMail.text).toContain(greeting);
    expect(data.previewInvitationMail.text).toContain("> Bring your <b>badge</b>");
    expect(data.previewInvitationMail.html).toContain("Bring your &lt;b&gt;badge&lt;/b&gt;");
  });

  it("holds no link that opens anything", async () => {
    const { data } = await founder.ask(preview, { input: { language: "EN" } });
    const [, token] = /join#(\S+)/.exec(data.previewInvitationMail.text) ?? [];
    const { data: link } = await founder.ask("query ($token: String!) { linkPreview(token: $token) { state } }", {
      token,
    });
    expect(link.linkPreview?.state ?? "INVALID").toBe("INVALID");
  });

  it("refuses a message that would not fit", async () => {
    const fits = await founder.ask(preview, { input: { language: "EN", message: "x".repeat(2_000) } });
    expect(fits.errors).toBeUndefined();
    const tooLong = await founder.ask(preview, { input: { language: "EN", message: "x".repeat(2_001) } });
    expect(tooLong.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("is for whoever invites, to a group or from a program session too (F6, F7)", async () => {
    for (const [role, code] of [
      ["ADMINISTRATOR", undefined],
      ["COACH", undefined],
      ["LEARNER", "FORBIDDEN"],
    ] as const) {
      const { user, browser } = await aSignedInUser(test, { email: `${role.toLowerCase()}@x.org` });
      await aGroup(test, `Group of a ${role}`, { [role]: [user] });
      const { errors } = await browser.ask(preview, { input: { language: "EN", message: "Welcome" } });
      expect([role, errors?.[0]?.extensions.code]).toEqual([role, code]);
      const any = "query ($input: PreviewMailInput!) { previewMail(input: $input) { subject } }";
      const other = await browser.ask(any, { input: { language: "EN", name: "PASSWORD_RESET" } });
      expect(other.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    }
  });

  it("is for those who may add people", async () => {
    const { browser: member } = await aSignedInUser(test, { email: "member@x.org" });
    const input = { language: "EN" };
    expect((await member.ask(preview, { input })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await new Browser(test).ask(preview, { input })).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});

describe("the preview of any mail (F64)", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const look = async (input: Record<string, unknown>) => {
    const query = "query ($input: PreviewMailInput!) { previewMail(input: $input) { subject html text } }";
    return (await founder.ask(query, { input })).data.previewMail;
  };

  it("is there for every kind that the API names, and the API names every kind", () => {
    expect(new Set(mailKinds.map(({ name }) => mailNameOf(name)))).toEqual(new Set(Object.keys(MailName)));
  });

  it("has the workspace's colour and logo as they are set now", async () => {
    const logo = dataUrl("image/png", aPng(120, 40));
    const { workspace } = await founder.change(
      "updateWorkspace",
      { accentColor: "#aa0000", logo },
      "workspace { logoUrl }",
    );
    const { html } = await look({ name: "ADDED_TO_GROUPS", language: "NL" });
    expect(html).toContain(`src="${workspace.logoUrl}" width="120" height="40"`);
    expect(html).toContain("background:#aa0000");
  });
});

const evil = `<img src=x onerror=alert(1)>"'&\r\nBcc: eve@example.org`;

const sampleOf = (language: LanguageCode, name: string, message: string): MailSample => ({
  config: { publicUrl: "https://people.example.org" } as MailSample["config"],
  clock: new TestClock(),
  language,
  workspace: { name, timeZone: "Europe/Brussels", invitationLifetimeHours: 168, activationLifetimeHours: 48 },
  firstName: name,
  lastName: name,
  email: "ann@example.org",
  actorName: name,
  message,
  secret: "s".repeat(43),
});

/** Everything that a letter says, in order. */
const wordsOf = (letter: Letter): string[] => [
  letter.heading,
  letter.greeting,
  ...letter.paragraphs,
  ...(letter.list ?? []),
  ...letter.notes,
  letter.action?.label ?? "",
];

describe.each(mailKinds.map((kind) => [mailNameOf(kind.name), kind] as const))("the mail %s (F64)", (_, kind) => {
  describe.each(languages)("in %s", (language) => {
    it("holds no markup and no header line of anybody's, and no template", () => {
      const letter = kind.sample(sampleOf(language, evil, `${evil} {{= it.footer }}`));
      const { subject, html, text } = layOut(letter, language, plainLook, "attached");
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toContain("<img");
      expect(html).not.toContain("{{ ");
      expect(html).not.toMatch(/undefined|\[object/);
      expect(text).not.toMatch(/undefined|\[object/);
      if (letter.quote) {
        expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
        // a message is quoted line by line, so that nobody's words pass for ours
        expect(text).toContain("> <img src=x onerror=alert(1)>");
        expect(text).toContain("> Bcc: eve@example.org");
      }
    });

    it("says in the text what it says in the HTML", () => {
      const letter = kind.sample(sampleOf(language, "Northwind", "Welcome aboard"));
      const { html, text } = layOut(letter, language, plainLook, "attached");
      for (const words of wordsOf(letter)) {
        expect(text).toContain(words);
        expect(html).toContain(words.replace(/&/g, "&amp;").replace(/'/g, "&#39;").replace(/"/g, "&quot;"));
      }
      expect(letter.subject).toMatch(/\S/);
      expect(letter.preview).toMatch(/\S/);
    });
  });

  it("is written in each language, not copied", () => {
    const subjects = languages.map((language) => kind.sample(sampleOf(language, "Northwind", "Hi")).subject);
    expect(new Set(subjects).size).toBe(languages.length);
  });
});
