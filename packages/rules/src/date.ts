import { trimOuter } from "./white-space.js";

export type DateOrder = "dmy" | "mdy";
export type DateResult = { ok: true; date: string } | { ok: false; code: "DATE_MALFORMED" };

/** ISO 8601, and what databases write: the time is left out when no zone can make it another day. */
const isoDate =
  /^([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?:[T ](?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?|00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)))?$/;
const dottedDate = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?: (?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$/;
const slashedDate =
  /^([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})(?: (?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$/;

/**
 * A calendar day as yyyy-mm-dd, never as a Date, which a time zone can shift. Slashes and hyphens are read in the given
 * order, which is decided for a column as a whole; dots are always day first. A year has four digits: "01/02/27" might be
 * three different days.
 */
export function parseDate(raw: string, order: DateOrder = "dmy"): DateResult {
  const text = trimOuter(raw);
  if (text.length <= 40) {
    const iso = isoDate.exec(text);
    if (iso) return day(iso[1], iso[3], iso[4]);
    const dotted = dottedDate.exec(text);
    if (dotted) return day(dotted[3], dotted[2], dotted[1]);
    const slashed = slashedDate.exec(text);
    if (slashed)
      return order === "dmy" ? day(slashed[4], slashed[3], slashed[1]) : day(slashed[4], slashed[1], slashed[3]);
  }
  return { ok: false, code: "DATE_MALFORMED" };
}

function day(year = "", month = "", date = ""): DateResult {
  const y = Number(year);
  const m = Number(month);
  const d = Number(date);
  if (y < 1900 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return { ok: false, code: "DATE_MALFORMED" };
  return { ok: true, date: `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` };
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * How a column writes its slashed dates. "ask" when its cells leave it open or contradict one another; "dmy" when it has
 * none, or only such as mean the same day in both orders.
 */
export function columnDateOrder(cells: Iterable<string>): DateOrder | "ask" {
  let dayFirst = false;
  let monthFirst = false;
  let open = false;
  for (const cell of cells) {
    const match = cell.length <= 60 ? slashedDate.exec(trimOuter(cell)) : null;
    if (!match) continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 12 && second <= 12) dayFirst = true;
    else if (second > 12 && first <= 12) monthFirst = true;
    else if (first !== second) open = true;
  }
  if (dayFirst !== monthFirst) return dayFirst ? "dmy" : "mdy";
  return dayFirst || open ? "ask" : "dmy";
}
