import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import type { UserErrorCode } from "../../gql/graphql";

/** The form's fields: text throughout, "" for none. */
export interface SessionValues {
  groupId: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

/** What can be said before the server is asked. */
export function checkSession(values: SessionValues): { path: keyof SessionValues; code: UserErrorCode }[] {
  const { groupId, name, startsOn, endsOn } = values;
  const problems: { path: keyof SessionValues; code: UserErrorCode }[] = [];
  if (groupId === "") problems.push({ path: "groupId", code: "REQUIRED" });
  const cleaned = cleanText(name, limits.programSession);
  if (!cleaned.ok) problems.push({ path: "name", code: cleaned.code });
  else if (cleaned.text === "") problems.push({ path: "name", code: "REQUIRED" });
  if (startsOn === "") problems.push({ path: "startsOn", code: "REQUIRED" });
  else if (endsOn !== "" && endsOn < startsOn) problems.push({ path: "endsOn", code: "DATES_REVERSED" });
  return problems;
}
