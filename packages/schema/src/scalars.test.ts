import { DateTime, LocalDate } from "./scalars.js";

describe("DateTime", () => {
  it.each([
    ["2026-11-22T09:30:00Z", "2026-11-22T09:30:00.000Z"],
    ["2026-11-22T09:30:00.12Z", "2026-11-22T09:30:00.120Z"],
    ["2026-11-22T09:30:00.123987Z", "2026-11-22T09:30:00.123Z"],
    ["2026-11-22T00:30:00+02:00", "2026-11-21T22:30:00.000Z"],
    ["2026-11-22t09:30:00z", "2026-11-22T09:30:00.000Z"],
    ["2028-02-29T23:59:59-11:30", "2028-03-01T11:29:59.000Z"],
  ])("reads %s and answers %s", (written, answered) => {
    expect(DateTime.serialize(DateTime.parseValue(written))).toBe(answered);
  });

  it.each([
    "2026-11-22",
    "2026-11-22T09:30:00",
    "2026-11-22 09:30:00Z",
    "2026-02-30T00:00:00Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T09:60:00Z",
    "0000-00-00T00:00:00Z",
    "",
    1_795_340_000_000,
    null,
    new Date(0),
  ])("refuses %p", (written) => {
    expect(() => DateTime.parseValue(written)).toThrow("RFC 3339");
  });

  it.each([new Date(Number.NaN), "2026-11-22T09:30:00.000Z", 0])("does not answer with %p", (held) => {
    expect(() => DateTime.serialize(held)).toThrow("no point in time");
  });
});

describe("Date", () => {
  it.each(["2026-11-22", "2028-02-29", "0001-01-01", "9999-12-31"])("passes %s through as it is", (day) => {
    expect(LocalDate.parseValue(day)).toBe(day);
    expect(LocalDate.serialize(day)).toBe(day);
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "22/11/2026",
    "2026-1-1",
    "2026-11-22T00:00:00Z",
    "+2026-11-22",
    "",
    20261122,
    new Date(0),
  ])("refuses %p", (day) => {
    expect(() => LocalDate.parseValue(day)).toThrow("yyyy-mm-dd");
    expect(() => LocalDate.serialize(day)).toThrow("yyyy-mm-dd");
  });
});
