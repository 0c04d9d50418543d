import { wordKey } from "./word-key.js";

export const groupRoles = ["ADMINISTRATOR", "COACH", "LEARNER"] as const;
export type GroupRole = (typeof groupRoles)[number];

const synonyms: Record<GroupRole, string[]> = {
  ADMINISTRATOR: [
    "administrator",
    "admin",
    "group administrator",
    "group admin",
    "administrateur",
    "administratrice",
    "administrateur de groupe",
    "administratrice de groupe",
    "administrateur du groupe",
    "administratrice du groupe",
    "beheerder",
    "groepsbeheerder",
    "beheerster",
  ],
  COACH: ["coach", "coaches", "coachs", "group coach", "coach de groupe", "begeleider", "begeleidster", "groepscoach"],
  LEARNER: [
    "learner",
    "learners",
    "student",
    "apprenant",
    "apprenante",
    "eleve",
    "etudiant",
    "etudiante",
    "leerling",
    "lerende",
    "cursist",
    "cursiste",
    "cursisten",
    "studente",
    "deelnemer",
    "deelneemster",
  ],
};

const roles = new Map(groupRoles.flatMap((role) => synonyms[role].map((word) => [wordKey(word), role] as const)));

/** A role in a group, in English, French or Dutch, however cased. */
export function parseRole(raw: string): GroupRole | undefined {
  return raw.length > 60 ? undefined : roles.get(wordKey(raw));
}
