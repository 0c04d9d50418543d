import { layOut } from "./lay-out.js";
import type { Letter } from "./letter.js";

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
});
