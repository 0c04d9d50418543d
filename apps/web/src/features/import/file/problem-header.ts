import { nameKey } from "@usher/rules/names";

/** What the column of an error file is called that says what is wrong. A file with it is read without it. */
export const problemHeader = { en: "What is wrong", fr: "Ce qui ne va pas", nl: "Wat er mis is" } as const;

export const problemHeaders: ReadonlySet<string> = new Set(Object.values(problemHeader).map(nameKey));
