import { onDark } from "@usher/rules/accent-color";
import type { LanguageCode } from "@usher/rules/language";
import { Eta } from "eta";
import { layout } from "./layout/layout.js";
import type { Letter } from "./letter.js";
import { letterWords } from "./letter-words.js";
import type { Look, MailLogo } from "./look.js";

/** A letter as mail programs show it. */
export interface LaidOut {
  subject: string;
  html: string;
  text: string;
}

// every value that the layout prints is escaped: eta escapes `=`, and the layout never prints with its raw `~`
const eta = new Eta({ tags: ["{{", "}}"], autoEscape: true, autoTrim: false });
const printHtml = eta.compile(layout).bind(eta);

/** The Content-ID of a logo that travels with its mail. */
export const logoCid = "logo@usher";

/** The product's own colour, as in the web app. */
const ownColor = "#3b54cb";

/** Lays a letter out in HTML and in text. The logo comes with a mail that is sent, from this server where it is only shown. */
export function layOut(
  letter: Letter,
  language: LanguageCode,
  { accentColor, logo }: Look,
  logoFrom: "attached" | "served",
): LaidOut {
  const words = letterWords[language];
  const subject = onOneLine(letter.subject);
  return {
    subject,
    html: printHtml({
      ...letter,
      subject,
      language,
      accent: accentColor ?? ownColor,
      accentOnDark: onDark(accentColor ?? ownColor),
      logo: logo && { source: logoFrom === "attached" ? `cid:${logoCid}` : logo.path, ...sizeOf(logo) },
      list: letter.list ?? [],
      quote: letter.quote && { by: letter.quote.by, lines: letter.quote.text.split("\n") },
      byHand: letter.action?.isLink && words.byHand,
      footer: words.footer(letter.workspace),
    }),
    text: printText(letter, language),
  };
}

/** In the space that the layout has for it: programs differ in what they make of an image without a size. */
function sizeOf({ width, height }: MailLogo): { width: number; height: number } {
  const scale = Math.min(1, 48 / height, 200 / width);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function printText(letter: Letter, language: LanguageCode): string {
  const words = letterWords[language];
  const { quote, action, list = [] } = letter;
  return [
    letter.heading,
    letter.greeting,
    ...letter.paragraphs,
    list.map((item) => `- ${item}`).join("\n"),
    quote ? `${quote.by}\n${quote.text.replace(/^/gm, "> ")}` : "",
    action ? `${action.label}\n${action.address}` : "",
    action?.isLink ? words.byHandInText : "",
    ...letter.notes,
    words.footer(letter.workspace),
    "",
  ]
    .filter((part, i, parts) => part !== "" || i === parts.length - 1)
    .join("\n\n");
}

/** Folds what would begin a new header line: names come from people. */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
