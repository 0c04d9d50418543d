import { GraphQLError, GraphQLScalarType } from "graphql";

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

// V8 reads 30 February as 1 March, so a day must come back as it went in
function isDay(text: string): boolean {
  if (!dayShape.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function parseDateTime(value: unknown): Date {
  const day = typeof value === "string" ? rfc3339.exec(value)?.[1] : undefined;
  if (day === undefined || !isDay(day)) {
    throw new GraphQLError("A DateTime is written as RFC 3339 says, with its zone: 2026-11-22T09:30:00.000Z");
  }
  return new Date((value as string).toUpperCase());
}

function serializeDateTime(value: unknown): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
    throw new GraphQLError("A DateTime field holds something that is no point in time");
  }
  return value.toISOString();
}

function parseDay(value: unknown): string {
  if (typeof value !== "string" || !isDay(value)) {
    throw new GraphQLError("A Date is a day that exists, written as yyyy-mm-dd: 2026-11-22");
  }
  return value;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    "A point in time as RFC 3339 writes it. Answers are always in UTC with milliseconds (`2026-11-22T09:30:00.000Z`); " +
    "inputs may have any offset, but must have one. Digits beyond the millisecond are cut.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  serialize: serializeDateTime,
  parseValue: parseDateTime,
});

/** A string all the way: a JS Date would be a day off in half of the world's zones. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A day of the calendar, `yyyy-mm-dd`, without a time or zone. It is meant in the workspace's time zone.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/local-date",
  serialize: parseDay,
  parseValue: parseDay,
});
