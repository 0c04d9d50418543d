import { layOut as layOutWith } from "./lay-out.js";
import type { Letter } from "./letter.js";
import { type MailLogo, plainLook } from "./look.js";

const layOut = (letter: Letter, language: "en" | "fr" | "nl") => layOutWith(letter, language, plainLook, "attached");

const evil = `<script>alert("x")</script>'&\r\nBcc: eve@example.org`;

/** Every text that a letter can hold, set to `text`. */
const letterOf = (text: string): Letter => ({
  workspace: text,
  subject: text,
  preview: text,
  heading: text,
  greeting: text,
  paragraphs: [text],
  list: [text],
  quote: { by: text, text },
  action: { label: text, address: `https://people.example.org/join#${encodeURIComponent(text)}`, isLink: true },
  notes: [text],
});

describe("a letter laid out", () => {
  it.each(["en", "fr", "nl"] as const)("holds no markup that people wrote, wherever they wrote it (%s)", (language) => {
    const { html } = layOut(letterOf(evil), language);
    const plain = layOut(letterOf("plain"), language).html;
    const tags = (text: string) => text.match(/<[a-z!/]/g)?.length;
    // the line break in the quoted message is the one tag more
    expect(tags(html)).toBe((tags(plain) as number) + 1);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });

  it("keeps a subject on one line", () => {
    expect(layOut(letterOf(evil), "en").subject).toBe(`<script>alert("x")</script>'& Bcc: eve@example.org`);
  });

  it("leaves no part of a template in a mail, even when people write one", () => {
    const { html, text } = layOut(letterOf("{{= it.footer }} <%= 1 + 1 %>"), "en");
    expect(html.match(/\{\{= it\.footer \}\}/g)?.length).toBeGreaterThan(5);
    expect(html).not.toContain("{{ ");
    expect(text).toContain("<%= 1 + 1 %>");
  });

  it("says the same in the text as in the HTML", () => {
    const letter = { ...letterOf("words"), quote: { by: "Ada writes:", text: "one\n\ntwo" } };
    const { text } = layOut(letter, "en");
    expect(text).toContain("Ada writes:\n> one\n> \n> two\n\n");
    expect(text).toContain(`words\n${letter.action?.address}\n\nIf the address does not open`);
  });

  it("speaks of pasting a link only where there is one", () => {
    const letter = letterOf("words");
    const withoutLink = { ...letter, action: { label: "Open", address: "https://x.example", isLink: false } };
    for (const part of ["html", "text"] as const) {
      expect(layOut(letter, "en")[part]).toContain("paste it in your browser");
      expect(layOut(withoutLink, "en")[part]).not.toContain("paste it in your browser");
    }
  });

  it("has the workspace's colour, lighter where the reader's ground is dark (F64)", () => {
    const { html } = layOutWith(letterOf("words"), "en", { accentColor: "#aa0000", logo: null }, "attached");
    expect(html).toContain("background:#aa0000");
    expect(html).toContain("border-left:3px solid #aa0000");
    expect(html).not.toContain("#3b54cb");
    expect(html).toMatch(/prefers-color-scheme: dark[\s\S]*border-left-color: #(?!aa0000)[0-9a-f]{6}/);
  });

  it("shows the logo that came along, or the one that the server serves, in a size that fits (F64)", () => {
    const logo: MailLogo = { contentType: "image/png", base64: "", width: 1_000, height: 100, path: "/logo/abc" };
    const image = (logoFrom: "attached" | "served") =>
      /<img class="logo"[^>]*>/.exec(
        layOutWith(letterOf("words"), "en", { accentColor: null, logo }, logoFrom).html,
      )?.[0];
    expect(image("attached")).toMatch(/src="cid:logo@usher" width="200" height="20"/);
    expect(image("served")).toMatch(/src="\/logo\/abc"/);
    expect(layOut(letterOf("words"), "en").html).not.toContain("<img");
  });
});
