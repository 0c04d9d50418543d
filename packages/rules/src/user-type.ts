import { wordKey } from "./word-key.js";

/** What a person can be added as. FOUNDER is never an input: a workspace has one, who founded it. */
export const userTypes = ["MEMBER", "ADMINISTRATOR"] as const;
export type AddableUserType = (typeof userTypes)[number];

const synonyms: Record<AddableUserType, string[]> = {
  MEMBER: ["member", "user", "membre", "utilisateur", "utilisatrice", "lid", "gebruiker"],
  ADMINISTRATOR: ["administrator", "admin", "administrateur", "administratrice", "beheerder", "beheerster"],
};

const types = new Map(userTypes.flatMap((type) => synonyms[type].map((word) => [wordKey(word), type] as const)));

/** A user type, in English, French or Dutch, however cased. */
export function parseUserType(raw: string): AddableUserType | undefined {
  return raw.length > 60 ? undefined : types.get(wordKey(raw));
}
