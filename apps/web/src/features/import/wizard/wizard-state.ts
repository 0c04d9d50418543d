import type { ImportColumn } from "@usher/rules/columns";
import type { DateOrder } from "@usher/rules/date";
import { limits } from "@usher/rules/limits";
import type { PersonField, PersonFields } from "@usher/rules/person";
import type { CheckedRow, CheckReport, Progress } from "../file/check-report";
import type { FileProblem } from "../file/file-problem";
import type { OpenedFile } from "../file/opened-file";
import { type Draft, fills, mapColumn, newKey, refuseSuggestion, setDefault, unfilledColumns } from "./draft";

/** What the wizard has in hand. */
export type Wizard =
  /** Not yet known whether a file was kept from before a reload. */
  | { at: "waking" }
  | { at: "empty" }
  | { at: "opening"; name: string; size: number }
  /** The file cannot be used; another one has to be chosen. */
  | { at: "refused"; name: string; problem: FileProblem }
  | Open;

export interface Open {
  at: "open";
  opened: OpenedFile;
  draft: Draft;
  check: Check;
  here: Here;
  /** The import on the server that this file is being sent to: nothing can be changed any more. */
  importId: string | null;
}

export type Check =
  | { at: "none" }
  | { at: "running"; progress: Progress | null; firstRows: CheckedRow[] }
  | { at: "done"; report: CheckReport }
  | { at: "failed"; problem: FileProblem };

/** Who of the file is here already. */
export type Here =
  | { at: "none" }
  | { at: "asking"; found: Found }
  | { at: "done"; found: Found }
  | { at: "stopped"; found: Found; error: unknown };

export interface FoundPerson {
  row: number;
  email: string;
  availability: "TAKEN" | "INVITED";
}

export interface Found {
  /** Addresses that the server has answered. */
  asked: number;
  taken: number;
  invited: number;
  /** Of taken and invited, those in rows without a problem. */
  ready: number;
  /** Of `ready`, those who have an account: only they stand in the way of creating one. */
  readyTaken: number;
  /** The first in the file; a page does not hold them all. */
  first: FoundPerson[];
}

/** What the answer to one question adds. */
export type FoundMore = Found;

export const nobodyFound: Found = { asked: 0, taken: 0, invited: 0, ready: 0, readyTaken: 0, first: [] };
const shownPeople = 200;

export type Options = Pick<Draft, "createMissing" | "mode" | "activationMail" | "message" | "lifetimeHours">;

export type WizardEvent =
  | { type: "choose"; name: string; size: number }
  | { type: "refuse"; name: string; problem: FileProblem }
  | { type: "open"; opened: OpenedFile; draft: Draft; importId?: string | null }
  | { type: "empty" }
  | { type: "map"; fileColumn: number; column: ImportColumn | null }
  | { type: "refuse-suggestion"; fileColumn: number }
  | { type: "default"; field: PersonField; value: PersonFields[PersonField] }
  | { type: "date-order"; order: DateOrder }
  | { type: "options"; options: Partial<Options> }
  | { type: "check-began" }
  | { type: "check-rows"; rows: CheckedRow[] }
  | { type: "check-progress"; progress: Progress }
  | { type: "check-done"; report: CheckReport }
  | { type: "check-failed"; problem: FileProblem }
  | { type: "asking-began" }
  | { type: "found"; more: FoundMore }
  | { type: "asking-done" }
  | { type: "asking-stopped"; error: unknown }
  | { type: "sending"; importId: string }
  | { type: "sending-undone" };

export function changeWizard(wizard: Wizard, event: WizardEvent): Wizard {
  switch (event.type) {
    case "choose":
      return { at: "opening", name: event.name, size: event.size };
    case "refuse":
      return { at: "refused", name: event.name, problem: event.problem };
    case "open":
      return {
        at: "open",
        opened: event.opened,
        draft: event.draft,
        check: { at: "none" },
        here: { at: "none" },
        importId: event.importId ?? null,
      };
    case "empty":
      return { at: "empty" };
    default:
      // Answers that come late, after the file was put away, change nothing.
      return wizard.at === "open" ? changeOpen(wizard, event) : wizard;
  }
}

type OpenEvent = Exclude<WizardEvent, { type: "choose" | "refuse" | "open" | "empty" }>;

function changeOpen(wizard: Open, event: OpenEvent): Open {
  const { check, here } = wizard;
  switch (event.type) {
    case "map":
      return rechoose(wizard, (draft) => mapColumn(draft, event.fileColumn, event.column));
    case "refuse-suggestion":
      return { ...wizard, draft: refuseSuggestion(wizard.draft, event.fileColumn) };
    case "default":
      return rechoose(wizard, (draft) => setDefault(draft, event.field, event.value));
    case "date-order":
      return rechoose(wizard, (draft) => ({ ...draft, dateOrder: event.order }));
    case "options":
      if (wizard.importId) return wizard;
      return { ...wizard, draft: { ...wizard.draft, ...event.options, key: newKey() } };
    case "check-began":
      return { ...wizard, check: { at: "running", progress: null, firstRows: [] }, here: { at: "none" } };
    case "check-rows":
      return check.at === "running" ? { ...wizard, check: { ...check, firstRows: event.rows } } : wizard;
    case "check-progress":
      return check.at === "running" ? { ...wizard, check: { ...check, progress: event.progress } } : wizard;
    case "check-done":
      return check.at === "running" ? checked(wizard, event.report) : wizard;
    case "check-failed":
      return check.at === "running" ? { ...wizard, check: { at: "failed", problem: event.problem } } : wizard;
    case "asking-began":
      return check.at === "done" ? { ...wizard, here: { at: "asking", found: nobodyFound } } : wizard;
    case "found":
      return here.at === "asking" ? { ...wizard, here: { ...here, found: addFound(here.found, event.more) } } : wizard;
    case "asking-done":
      return here.at === "asking" ? { ...wizard, here: { at: "done", found: here.found } } : wizard;
    case "asking-stopped":
      return here.at === "asking"
        ? { ...wizard, here: { at: "stopped", found: here.found, error: event.error } }
        : wizard;
    case "sending":
      return { ...wizard, importId: event.importId };
    case "sending-undone":
      return { ...wizard, importId: null, draft: { ...wizard.draft, key: newKey() } };
  }
}

function checked(wizard: Open, report: CheckReport): Open {
  const openDate = report.dates?.order === "ask" ? report.dates.example : null;
  return { ...wizard, draft: { ...wizard.draft, openDate }, check: { at: "done", report } };
}

/** Whatever changes how rows are read makes the last check void. */
function rechoose(wizard: Open, change: (draft: Draft) => Draft): Open {
  if (wizard.importId) return wizard;
  const draft = { ...change(wizard.draft), key: newKey() };
  return { ...wizard, draft, check: { at: "none" }, here: { at: "none" } };
}

function addFound(found: Found, more: FoundMore): Found {
  return {
    asked: found.asked + more.asked,
    taken: found.taken + more.taken,
    invited: found.invited + more.invited,
    ready: found.ready + more.ready,
    readyTaken: found.readyTaken + more.readyTaken,
    // answers come in any order
    first: [...found.first, ...more.first].sort((a, b) => a.row - b.row).slice(0, shownPeople),
  };
}

/** Whether slash dates of this file could mean two days each, and nobody has said which. */
export function asksForDates({ draft }: Open): boolean {
  return draft.openDate !== null && draft.dateOrder === null;
}

/** What the main button will do, in numbers. null while that is not known. */
export interface Forecast {
  /** Who will be invited or created, as the draft says. */
  add: number;
  /** In rows without problems; `here` of rows with problems are refused all the same. */
  here: number;
  /** Some of `here` have an account and may join the groups of their rows, and are told so by mail. */
  joining: boolean;
  look: number;
  /** false: nobody knows yet, or any more, who of `add` is here already. */
  exact: boolean;
}

export function forecast({ check, here, draft }: Open): Forecast | null {
  if (check.at !== "done") return null;
  const found = here.at === "none" ? nobodyFound : here.found;
  const { peopleReady, rowsWithProblems } = check.report;
  // an invitation is no obstacle to an account, which replaces it
  const ready = draft.mode === "CREATE" ? found.readyTaken : found.ready;
  return {
    add: peopleReady - ready,
    here: ready,
    joining: ready > 0 && found.taken > 0 && fills(draft, "groups"),
    look: rowsWithProblems,
    exact: here.at === "done",
  };
}

/** Bytes of which the engine sees all at once, so that it counts their rows instead of estimating them. */
const seenWhole = 100_000;

export function rowCount({ check, opened }: Open): { rows: number; isExact: boolean } {
  if (check.at === "done") return { rows: check.report.rows, isExact: true };
  return { rows: opened.estimatedRows, isExact: opened.size < seenWhole };
}

/** What stands between the file and sending it. */
export type Hindrance = "columns" | "check" | "dates" | "message" | "nobody" | null;

export function hindranceOf(wizard: Open): Hindrance {
  if (unfilledColumns(wizard.draft).length > 0) return "columns";
  if (wizard.check.at !== "done") return "check";
  if (asksForDates(wizard)) return "dates";
  const { mode, message } = wizard.draft;
  if (mode === "INVITE" && [...message].length > limits.message) return "message";
  const people = forecast(wizard);
  return people?.add === 0 && !people.joining ? "nobody" : null;
}
