import { regionalLanguage, relativeTime } from "./format";

const now = new Date("2026-11-22T09:00:00.000Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const minute = 60_000;
const day = 24 * 60 * minute;

it.each([
  [20_000, "now"],
  [-20_000, "now"],
  [2 * minute, "in 2 minutes"],
  [-90 * minute, "1 hour ago"],
  [7 * day - 3_000, "in 7 days"],
  [-day, "yesterday"],
  [-40 * day, "last month"],
])("tells %i ms from now as %j", (ms, words) => {
  expect(relativeTime("en", later(ms), now)).toBe(words);
});

it.each([
  ["en", ["nl-BE", "en-GB", "en"], "en-GB"],
  ["en", ["en-US"], "en-US"],
  ["fr", ["en-GB"], "fr"],
  ["nl", ["nl-BE"], "nl-BE"],
])("writes %s for a reader who prefers %j as %s", (language, preferred, regional) => {
  expect(regionalLanguage(language, preferred)).toBe(regional);
});
