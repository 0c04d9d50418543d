import type { ActivationMail, AddMode, Language } from "../../gql/graphql";
import { readDraft } from "../../ui/draft";
import { type HandRow, isBlank, someRows } from "./by-hand-rows";

/** What stands in the form, kept in this tab over a reload. */
export interface ByHandDraft {
  rows: HandRow[];
  mode: AddMode;
  activationMail: ActivationMail;
  language: Language;
  groups: string[];
  roles: string[];
}

export const draftPlaces = { bulk: "usher.draft.bulk", several: "usher.draft.by-hand" } as const;

interface Workspace {
  mailDelivery: string;
  defaultLanguage: Language;
}

/** What was typed before the reload, in a form that begins by inviting, or by creating where that is the page's subject. */
export const readByHand = (
  kind: keyof typeof draftPlaces,
  { mailDelivery, defaultLanguage }: Workspace,
): ByHandDraft => ({
  rows: someRows(),
  mode: kind === "bulk" ? "INVITE" : "CREATE",
  activationMail: mailDelivery === "NONE" ? "LATER" : "NOW",
  language: defaultLanguage,
  groups: [],
  roles: ["LEARNER"],
  ...readDraft<Partial<ByHandDraft>>(draftPlaces[kind]),
});

/** Whether somebody's rows are kept here. */
export const holdsRows = (kind: keyof typeof draftPlaces): boolean =>
  readDraft<Partial<ByHandDraft>>(draftPlaces[kind])?.rows?.some((row) => !isBlank(row)) ?? false;
