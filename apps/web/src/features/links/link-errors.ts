import type { UserErrorCode } from "../../gql/graphql";

interface Refusal {
  code: UserErrorCode;
  message: string;
  path: readonly string[];
}

const linkDied: UserErrorCode[] = [
  "LINK_INVALID",
  "LINK_EXPIRED",
  "LINK_USED",
  "LINK_CANCELLED",
  "LINK_REPLACED",
  "WRONG_ACCOUNT",
];

/** The page then asks again what became of the link. */
export const linkHasDied = ({ code }: Refusal): boolean => linkDied.includes(code);

/** What is said of the link belongs to no field. */
export const aboutLink = (error: Refusal): Refusal => (error.path.at(-1) === "token" ? { ...error, path: [] } : error);
