import {
  type AccountColumn,
  columnField,
  type ImportColumn,
  identityField,
  isIdentityColumn,
  missingColumns,
  obligatoryColumns,
} from "@usher/rules/columns";
import type { DateOrder } from "@usher/rules/date";
import type { AskedFields } from "@usher/rules/identity-fields";
import type { PersonFields } from "@usher/rules/person";
import type { AddMode } from "../../../gql/graphql";
import type { Choice } from "../file/check-report";
import { isDateColumn } from "../file/date-columns";
import type { OpenedFile, Reading } from "../file/opened-file";

/** How a column of the file came to what it is. null: nothing spoke for it. */
export type How = "header" | "values" | "remembered" | "chosen" | null;

/** What somebody chose for one file so far. Plain data, so that it outlives a reload. */
export interface Draft {
  /** What the person set themselves about how to read the file; the rest is detected. */
  reading: Reading;
  /** One entry a column of the file; null: not read, not sent. */
  columns: (ImportColumn | null)[];
  how: How[];
  /** What an ignored column might be, until the person says yes or no. */
  suggestions: (ImportColumn | null)[];
  /** For empty cells, and for columns that the file does not have. */
  defaults: PersonFields;
  dateOrder: DateOrder | null;
  /** A date of the file that can be read both ways, once the check has met one that nothing decides. */
  openDate: string | null;
  createMissing: boolean;
  /** Import and invite, or import and create (F35). */
  mode: AddMode;
  /** When the created are told (F25). */
  activationMail: "NOW" | "LATER";
  message: string;
  /** null: as the workspace says. */
  lifetimeHours: number | null;
  /** Names the import on the server: the same key never starts a second one. Made anew with every change. */
  key: string;
}

/** Not crypto.randomUUID: browsers have that on https and loopback only. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether a column can be chosen at all: of the identity only what the workspace asks for. */
export const isOffered = (column: ImportColumn, asked: AskedFields): boolean =>
  !isIdentityColumn(column) || asked[identityField(column)] !== "HIDDEN";

/** The draft without columns that the workspace asks for no more since it was kept. */
export function onlyOffered(draft: Draft, asked: AskedFields): Draft {
  const { columns } = draft;
  if (columns.every((column) => column === null || isOffered(column, asked))) return draft;
  return { ...draft, columns: columns.map((column) => (column && isOffered(column, asked) ? column : null)) };
}

/** The first proposal for a file: as last time for the same header, else by names and values. */
export function proposeDraft(
  opened: OpenedFile,
  remembered: (ImportColumn | null)[] | null,
  reading: Reading,
  asked: AskedFields,
): Draft {
  const { proposal } = opened;
  const offered = (column: ImportColumn | null | undefined) => (column && isOffered(column, asked) ? column : null);
  const columns = (remembered ?? proposal.columns).map(offered);
  return {
    reading,
    columns,
    how: columns.map((column, i) => {
      if (remembered) return "remembered";
      const how = proposal.how[i] ?? null;
      return column === null || how === "similar" ? null : how;
    }),
    suggestions: columns.map((column, i) => (remembered || column ? null : offered(proposal.suggestions[i]))),
    defaults: {},
    dateOrder: null,
    openDate: null,
    createMissing: true,
    mode: "INVITE",
    activationMail: "LATER",
    message: "",
    lifetimeHours: null,
    key: newKey(),
  };
}

/** The draft for the same file read in another way: the columns are new, what concerns all people stays. */
export function redraft(before: Draft, after: Draft): Draft {
  const { defaults, createMissing, mode, activationMail, message, lifetimeHours } = before;
  return { ...after, defaults, createMissing, mode, activationMail, message, lifetimeHours };
}

/**
 * The draft for a mended copy of a file: when all columns that were mapped are there by name, everything is as it was.
 * Copies have columns more, such as what was wrong with each row.
 */
export function carryOver(last: { header: string[]; draft: Draft } | null, header: string[], draft: Draft): Draft {
  if (!last) return draft;
  const mapped = last.header.filter((_, i) => last.draft.columns[i]);
  const isCopy =
    mapped.length > 0 &&
    mapped.every((name) => name !== "" && header.indexOf(name) === header.lastIndexOf(name) && header.includes(name));
  if (!isCopy) return draft;
  const { reading: _, key: __, ...choices } = last.draft;
  const before = header.map((name) => last.header.indexOf(name));
  const carry = <T>(old: T[], fresh: T): T[] => before.map((i) => (i < 0 ? fresh : (old[i] as T)));
  return {
    ...draft,
    ...choices,
    columns: carry(choices.columns, null),
    how: carry<How>(choices.how, null),
    suggestions: carry(choices.suggestions, null),
  };
}

/** Maps a column of the file. No two can be the same of Usher's: the one that was gives way. */
export function mapColumn(draft: Draft, fileColumn: number, column: ImportColumn | null): Draft {
  const gives = (i: number) => i !== fileColumn && column !== null && draft.columns[i] === column;
  return {
    ...draft,
    columns: draft.columns.map((old, i) => (i === fileColumn ? column : gives(i) ? null : old)),
    how: draft.how.map((old, i) => (i === fileColumn || gives(i) ? "chosen" : old)),
    suggestions: draft.suggestions.map((old, i) => (i === fileColumn || old === column ? null : old)),
    ...(isDateColumn(column) || isDateColumn(draft.columns[fileColumn]) ? { dateOrder: null, openDate: null } : {}),
  };
}

export function refuseSuggestion(draft: Draft, fileColumn: number): Draft {
  return { ...draft, suggestions: draft.suggestions.map((old, i) => (i === fileColumn ? null : old)) };
}

/** An emptied default is none. */
export function setDefault<F extends keyof PersonFields>(draft: Draft, field: F, value: PersonFields[F]): Draft {
  const defaults = { ...draft.defaults };
  if (value == null || value.length === 0) delete defaults[field];
  else defaults[field] = value;
  return { ...draft, defaults };
}

/** The obligatory columns that nothing fills yet. An address for everybody would be nobody's, so that one has to be in the file. */
export function unfilledColumns({ columns, defaults }: Draft): AccountColumn[] {
  const { email: _, ...others } = defaults;
  return missingColumns(columns, others);
}

/** Obligatory columns that the file does not have and a default can stand in for. */
export function columnsToDefault({ columns }: Draft): AccountColumn[] {
  return obligatoryColumns.filter((column) => column !== "email" && !columns.includes(column));
}

/** What the engine checks by. */
export function choiceOf({ columns, defaults, dateOrder }: Draft, today: string, asked?: AskedFields): Choice {
  return {
    columns,
    defaults: trimmed(defaults),
    today,
    ...(dateOrder ? { dateOrder } : {}),
    ...(asked ? { asked } : {}),
  };
}

function trimmed(defaults: PersonFields): PersonFields {
  return Object.fromEntries(
    Object.entries(defaults).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value?.trim())),
  );
}

/** Whether a column is filled by a cell or by a default: then people can be added to groups, for instance. */
export function fills(draft: Draft, column: ImportColumn): boolean {
  return draft.columns.includes(column) || draft.defaults[columnField(column)] !== undefined;
}
