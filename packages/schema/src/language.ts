import { registerEnumType } from "type-graphql";
import type { ValueOf } from "./enum.js";

/** The API writes EN; tables, files and translations write en. */
export const Language = { EN: "en", FR: "fr", NL: "nl" } as const;
export type Language = ValueOf<typeof Language>;

registerEnumType(Language, {
  name: "Language",
  description: "A language that Usher's pages and mails are written in.",
  valuesConfig: {
    EN: { description: "English." },
    FR: { description: "French." },
    NL: { description: "Dutch." },
  },
});
