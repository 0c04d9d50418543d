import { parseDate } from "@usher/rules/date";
import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import type { UserErrorCode } from "@usher/schema/user-error";
import { sortKey } from "../db/sort-key.js";
import { addDays } from "../workspaces/today.js";
import type { ProgramSession } from "./program-session.entity.js";

/** What somebody wrote of a session. */
interface Written {
  name?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
}

export type SessionValues = Pick<ProgramSession, "name" | "nameKey" | "startsOn" | "endsOn">;
export type SessionProblem = [code: UserErrorCode, field: keyof Written];
type Checked = { values: SessionValues; problems?: undefined } | { values?: undefined; problems: SessionProblem[] };

/**
 * A session's name and days as they are stored, or what is wrong with them. `present`: as they are now, null for a new session;
 * what is absent stays, but for the last day, which moves along with the first. Without a last day it is a session of one day.
 */
export function checkSession(written: Written, present: SessionValues | null): Checked {
  const problems: SessionProblem[] = [];
  const name = present && written.name === undefined ? present : readName(written.name, problems);
  const startsOn =
    present && written.startsOn === undefined ? present.startsOn : readDay("startsOn", written.startsOn, problems);
  const endsOn = written.endsOn ? readDay("endsOn", written.endsOn, problems) : null;
  if (!name || !startsOn || problems.length > 0) return { problems };
  const isMoved = present !== null && written.endsOn === undefined;
  const last = endsOn ?? (isMoved ? movedAlong(present, startsOn) : startsOn);
  if (last < startsOn) return { problems: [["DATES_REVERSED", "endsOn"]] };
  return { values: { name: name.name, nameKey: name.nameKey, startsOn, endsOn: last } };
}

function readName(raw: string | null | undefined, problems: SessionProblem[]) {
  const clean = cleanText(raw ?? "", limits.programSession);
  if (clean.ok && clean.text !== "") return { name: clean.text, nameKey: sortKey(clean.text) };
  problems.push([clean.ok ? "REQUIRED" : clean.code, "name"]);
  return null;
}

function readDay(field: "startsOn" | "endsOn", raw: string | null | undefined, problems: SessionProblem[]) {
  const day = parseDate(raw ?? "");
  if (day.ok) return day.date;
  problems.push([raw ? day.code : "REQUIRED", field]);
  return null;
}

/** The last day of a session that lasts as long and begins on this one. A year has four digits. */
function movedAlong({ startsOn, endsOn }: SessionValues, to: string): string {
  const length = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / (24 * 60 * 60_000));
  const moved = addDays(to, length);
  return moved < to ? "9999-12-31" : moved;
}
