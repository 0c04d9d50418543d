import { usualFields } from "@usher/rules/identity-fields";
import type { CheckReport } from "../file/check-report";
import { proposeDraft, setDefault } from "./draft";
import { anOpenedFile } from "./testing/an-opened-file";
import {
  changeWizard,
  type Found,
  forecast,
  hindranceOf,
  type Open,
  rowCount,
  type Wizard,
  type WizardEvent,
} from "./wizard-state";

const aReport = (more: Partial<CheckReport> = {}): CheckReport => ({
  rows: 230,
  emptyRows: 6,
  trailingEmptyRows: 0,
  people: 224,
  rowsWithProblems: 3,
  peopleReady: 221,
  problems: [],
  problemsCut: false,
  firstRows: [],
  distinctEmails: 222,
  dates: null,
  linesInOtherEncoding: 0,
  chunks: 1,
  ...more,
});

const openedFile = anOpenedFile();
const start: WizardEvent = {
  type: "open",
  opened: openedFile,
  draft: setDefault(proposeDraft(openedFile, null, {}, usualFields), "company", "Acme"),
};

function after(...events: WizardEvent[]): Open {
  const wizard = [start, ...events].reduce<Wizard>(changeWizard, { at: "empty" });
  if (wizard.at !== "open") throw new Error(`the wizard is ${wizard.at}`);
  return wizard;
}

const checked: WizardEvent[] = [{ type: "check-began" }, { type: "check-done", report: aReport() }];
const found = (ready: number, more: Partial<Found> = {}): WizardEvent => ({
  type: "found",
  more: { asked: 100, taken: 0, invited: ready, ready, readyTaken: 0, first: [], ...more },
});

describe("what will happen, in numbers (F34)", () => {
  it("is not known before every row was checked", () => {
    expect(forecast(after())).toBeNull();
    expect(hindranceOf(after())).toBe("check");
  });

  it("is an upper limit until it is known who is here already", () => {
    expect(forecast(after(...checked))).toMatchObject({ add: 221, here: 0, look: 3, exact: false });
    const asking = after(...checked, { type: "asking-began" }, found(4));
    expect(forecast(asking)).toMatchObject({ add: 217, here: 4, exact: false });
  });

  it("leaves out those who are here, in whatever order the answers came", () => {
    const first = (row: number) => [{ row, email: `a${row}@x.example`, availability: "INVITED" as const }];
    const done = after(
      ...checked,
      { type: "asking-began" },
      found(5, { first: first(9) }),
      found(4, { first: first(2) }),
      { type: "asking-done" },
    );
    expect(forecast(done)).toMatchObject({ add: 212, here: 9, look: 3, exact: true });
    expect(done.here).toMatchObject({ found: { asked: 200, first: [{ row: 2 }, { row: 9 }] } });
  });

  it("is nothing to send when everyone is here and nobody joins a group", () => {
    const all: WizardEvent[] = [...checked, { type: "asking-began" }, found(221), { type: "asking-done" }];
    expect(hindranceOf(after(...all))).toBe("nobody");
    const withGroups: WizardEvent = { type: "default", field: "groups", value: ["Welcome"] };
    const joins = found(221, { taken: 221, invited: 0 });
    const joining = after(withGroups, ...checked, { type: "asking-began" }, joins, { type: "asking-done" });
    expect(forecast(joining)).toMatchObject({ add: 0, here: 221, joining: true });
    expect(hindranceOf(joining)).toBeNull();
  });
});

describe("a choice that changes how rows are read", () => {
  it.each<[string, WizardEvent]>([
    ["another column", { type: "map", fileColumn: 4, column: "label" }],
    ["a default", { type: "default", field: "language", value: "fr" }],
    ["the order of dates", { type: "date-order", order: "mdy" }],
  ])("makes the check void: %s", (_, event) => {
    const before = after(...checked, { type: "asking-began" });
    const now = changeWizard(before, event) as Open;
    expect([now.check.at, now.here.at]).toEqual(["none", "none"]);
    expect(now.draft.key).not.toBe(before.draft.key);
  });

  it("is not the message, yet that is another import to the server", () => {
    const before = after(...checked);
    const now = changeWizard(before, { type: "options", options: { message: "Welcome" } }) as Open;
    expect(now.check).toBe(before.check);
    expect(now.draft.key).not.toBe(before.draft.key);
  });
});

describe("dates that can be read two ways", () => {
  const ask = { type: "check-done", report: aReport({ dates: { order: "ask", example: "03/04/2027" } }) } as const;

  it("hold up the sending until somebody says which, and the question stays", () => {
    const asked = after({ type: "check-began" }, ask);
    expect(hindranceOf(asked)).toBe("dates");
    const answered = after(
      { type: "check-began" },
      ask,
      { type: "date-order", order: "mdy" },
      { type: "check-began" },
      ask,
    );
    expect(hindranceOf(answered)).toBeNull();
    expect(answered.draft.openDate).toBe("03/04/2027");
  });
});

it("changes nothing any more once the file is being sent", () => {
  const sending = after(...checked, { type: "sending", importId: "i1" });
  expect(changeWizard(sending, { type: "map", fileColumn: 0, column: null })).toBe(sending);
  expect(changeWizard(sending, { type: "options", options: { message: "x" } })).toBe(sending);
  const undone = changeWizard(sending, { type: "sending-undone" }) as Open;
  expect(undone).toMatchObject({ importId: null, check: { at: "done" } });
  expect(undone.draft.key).not.toBe(sending.draft.key);
});

it("drops what comes too late: after the file was put away, or the check made void", () => {
  expect(changeWizard({ at: "empty" }, { type: "check-done", report: aReport() })).toEqual({ at: "empty" });
  const changed = after(
    { type: "check-began" },
    { type: "date-order", order: "dmy" },
    { type: "check-done", report: aReport() },
  );
  expect(changed.check.at).toBe("none");
});

it("creates also who is invited already, and not who has an account (F35)", () => {
  const creating: WizardEvent = { type: "options", options: { mode: "CREATE" } };
  const someHere = found(9, { taken: 4, invited: 5, readyTaken: 4 });
  const done = after(...checked, creating, { type: "asking-began" }, someHere, { type: "asking-done" });
  expect(forecast(done)).toMatchObject({ add: 217, here: 4, exact: true });
});

it("does not send a message that is too long", () => {
  const wizard = after(...checked, { type: "options", options: { message: "é".repeat(2001) } });
  expect(hindranceOf(wizard)).toBe("message");
});

it("counts the rows of a small file, and estimates those of a large one until it is checked", () => {
  expect(rowCount(after())).toEqual({ rows: 3, isExact: true });
  const large = { ...after(), opened: anOpenedFile({ size: 5_000_000, estimatedRows: 44_000 }) };
  expect(rowCount(large)).toEqual({ rows: 44_000, isExact: false });
  expect(rowCount({ ...large, check: { at: "done", report: aReport() } })).toEqual({ rows: 230, isExact: true });
});
