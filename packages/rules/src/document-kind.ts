import { wordKey } from "./word-key.js";

export const documentKinds = ["IDENTITY_CARD", "PASSPORT", "RESIDENCE_PERMIT", "DRIVING_LICENCE"] as const;
export type DocumentKind = (typeof documentKinds)[number];

const synonyms: Record<DocumentKind, string[]> = {
  IDENTITY_CARD: [
    "identity card",
    "id card",
    "id",
    "eid",
    "national id",
    "carte d'identité",
    "carte identité",
    "cni",
    "identiteitskaart",
    "id-kaart",
  ],
  PASSPORT: ["passport", "passeport", "paspoort", "reispas"],
  RESIDENCE_PERMIT: [
    "residence permit",
    "residence card",
    "titre de séjour",
    "permis de séjour",
    "carte de séjour",
    "verblijfsvergunning",
    "verblijfskaart",
    "verblijfstitel",
  ],
  DRIVING_LICENCE: ["driving licence", "driving license", "driver's license", "permis de conduire", "rijbewijs"],
};

const kinds = new Map(
  documentKinds.flatMap((kind) =>
    [kind.toLowerCase(), ...synonyms[kind]].map((word) => [wordKey(word), kind] as const),
  ),
);

/** A kind of identity document, in English, French or Dutch, however cased. */
export function parseDocumentKind(raw: string): DocumentKind | undefined {
  return raw.length > 60 ? undefined : kinds.get(wordKey(raw));
}
