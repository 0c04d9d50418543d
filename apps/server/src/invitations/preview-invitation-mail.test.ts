import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";

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

  it("is for those who may add people", async () => {
    const { browser: member } = await aSignedInUser(test, { email: "member@x.org" });
    const input = { language: "EN" };
    expect((await member.ask(preview, { input })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await new Browser(test).ask(preview, { input })).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
