import type { LanguageCode } from "@usher/rules/language";
import { Eta } from "eta";
import { layout } from "./layout/layout.js";
import type { Letter } from "./letter.js";
import { letterWords } from "./letter-words.js";

/** A letter as mail programs show it. */
export interface LaidOut {
  subject: string;
  html: string;
  text: string;
}

// every value that the layout prints is escaped: eta escapes `=`, and the layout never prints with its raw `~`
const eta = new Eta({ tags: ["{{", "}}"], autoEscape: true, autoTrim: false });
const printHtml = eta.compile(layout).bind(eta);

/** Lays a letter out in HTML and in text. */
export function layOut(letter: Letter, language: LanguageCode): LaidOut {
  const words = letterWords[language];
  const subject = onOneLine(letter.subject);
  return {
    subject,
    html: printHtml({
      ...letter,
      subject,
      language,
      list: letter.list ?? [],
      quote: letter.quote && { by: letter.quote.by, lines: letter.quote.text.split("\n") },
      byHand: letter.action?.isLink && words.byHand,
      footer: words.footer(letter.workspace),
    }),
    text: printText(letter, language),
  };
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
