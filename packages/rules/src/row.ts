import { columnField, type ImportColumn, importColumns } from "./columns.js";
import { fineEmailKey, fineUsername, isFineName, remember } from "./fine-cell.js";
import { isGuarded } from "./formula.js";
import {
  checkPerson,
  onlyEmail,
  type PersonField,
  type PersonFields,
  type PersonOptions,
  type Problem,
} from "./person.js";
import { isBlank, trimOuter } from "./white-space.js";

/** Whether a row has nothing to say: it is counted, and is no error. */
export function isEmptyRow(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) if (!isBlank(cells[i] as string)) return false;
  return true;
}

interface MappedField {
  field: PersonField;
  /** Of the cell. */
  index: number;
}

/** Where each field stands. Of two columns mapped to one, the first counts. */
function mappedFields(columns: readonly (ImportColumn | null)[]): MappedField[] {
  return importColumns.flatMap((column) => {
    const index = columns.indexOf(column);
    return index < 0 ? [] : [{ field: columnField(column), index }];
  });
}

/**
 * Reads rows as people. An empty or missing cell takes the default; several groups are parted by slashes (F32), several
 * roles by slashes, commas or semicolons.
 */
export function rowReader(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
): (cells: readonly string[]) => PersonFields {
  const mapped = mappedFields(columns);
  return (cells) => {
    const fields: PersonFields = { ...defaults };
    for (const { field, index } of mapped) readField(fields, field, cells[index]);
    return fields;
  };
}

/** Sets what the cell holds; an empty one changes nothing. */
function readField(fields: PersonFields, field: PersonField, cell = ""): void {
  const text = readCell(cell);
  if (text === "") return;
  if (field === "groups") fields.groups = splitTrimmed(text, "/");
  else if (field === "roles") fields.roles = splitTrimmed(text, /[/,;]/);
  else fields[field] = text;
}

const apostrophe = 0x27;

/** Trimmed, and without the apostrophe that exports put before a formula: see formula.ts. */
function readCell(cell: string): string {
  const text = trimOuter(cell);
  return text.charCodeAt(0) === apostrophe && isGuarded(text) ? trimOuter(text.slice(1)) : text;
}

function splitTrimmed(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map(trimOuter)
    .filter((part) => part !== "");
}

export interface RowVerdict {
  /** Shared between rows: not to be changed. */
  problems: readonly Problem[];
  /** Both keys may be the very cells: who keeps them by the million keeps the file's text with them. */
  emailKey: string | null;
  usernameKey: string | null;
}

const none: readonly Problem[] = Object.freeze([]);

/**
 * Checks rows by the million: the verdict of `checkPerson(rowReader(columns, defaults)(cells), options)`, without building
 * a person. Each cell is asked only whether it is surely fine; what may not be goes to checkPerson, so that the two cannot
 * disagree about what is wrong.
 */
export function rowChecker(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
  options: PersonOptions,
): (cells: readonly string[]) => RowVerdict {
  const required = options.require ?? onlyEmail;
  const mapped = mappedFields(columns);
  const byDefault = checkPerson(defaults, options);

  // what no cell can mend is wrong with every row, and no row is surely fine where everybody is to have an identity
  const isMapped = (field: PersonField) => mapped.some((entry) => entry.field === field);
  if (options.needsIdentity || byDefault.problems.some(({ field }) => !isMapped(field))) {
    const read = rowReader(columns, defaults);
    return (cells) => {
      const { person, problems } = checkPerson(read(cells), options);
      return { problems, emailKey: person.emailKey, usernameKey: person.username };
    };
  }

  const entries = mapped
    .filter(({ field }) => !isIdentityField(field))
    .map(({ field, index }) => ({
      field,
      index,
      look: lookOf(field, required),
      mayBeEmpty: !byDefault.problems.some((problem) => problem.field === field),
      isFineWord: remember((cell) => isFineField(field, cell, options)),
    }));
  const readIdentity = identityReader(mapped, defaults, byDefault.problems);
  const readTeam = teamReader(mapped, defaults);

  return (cells) => {
    let emailKey = byDefault.person.emailKey;
    let usernameKey = byDefault.person.username;
    let doubtful = readIdentity?.(cells);

    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as (typeof entries)[number];
      const cell = cells[entry.index];
      if (cell === undefined || cell.length === 0) {
        if (entry.mayBeEmpty) continue;
      } else {
        switch (entry.look) {
          case "name":
            if (isFineName(cell)) continue;
            break;
          case "word":
            if (entry.isFineWord(cell)) continue;
            break;
          case "leader":
            if (fineEmailKey(cell) !== "") continue;
            break;
          case "email": {
            const key = fineEmailKey(cell);
            if (key === "") break;
            emailKey = key;
            continue;
          }
          case "username": {
            const key = fineUsername(cell);
            if (key === "") break;
            usernameKey = key;
            continue;
          }
        }
        if (entry.mayBeEmpty && isBlank(cell)) continue;
      }
      doubtful ??= {};
      Object.assign(doubtful, { [entry.field]: defaults[entry.field] });
      readField(doubtful, entry.field, cell);
    }

    const team = readTeam?.(cells);
    if (team && (isTeamless(team) || (doubtful && "teamLeader" in doubtful))) doubtful = { ...doubtful, ...team };
    if (doubtful === undefined) return { problems: none, emailKey, usernameKey };
    const fields = doubtful;
    const { person, problems } = checkPerson(fields, {
      ...options,
      require: required.filter((field) => field in fields),
    });
    if ("email" in fields) emailKey = person.emailKey;
    if ("username" in fields) usernameKey = person.username;
    return { problems, emailKey, usernameKey };
  };
}

/**
 * Reads what a row says of the person's identity, all of it as soon as there is any: its fields are understood together, a phone
 * number by the country. undefined for a row that says nothing; null for a file without such columns.
 */
function identityReader(
  mapped: readonly MappedField[],
  defaults: PersonFields,
  byDefault: readonly Problem[],
): ((cells: readonly string[]) => PersonFields | undefined) | null {
  const entries = mapped.filter(({ field }) => isIdentityField(field));
  if (entries.length === 0) return null;
  const given = Object.entries(defaults).filter(([field]) => isIdentityField(field));
  const mayBeEmpty = !byDefault.some(({ field }) => isIdentityField(field));
  return (cells) => {
    if (mayBeEmpty && entries.every(({ index }) => isBlank(cells[index] ?? ""))) return undefined;
    const fields: PersonFields = Object.fromEntries(given);
    for (const { field, index } of entries) readField(fields, field, cells[index]);
    return fields;
  };
}

/** Reads team and leader, which are understood together: a leader leads one. null for a file that names no leaders. */
function teamReader(
  mapped: readonly MappedField[],
  defaults: PersonFields,
): ((cells: readonly string[]) => PersonFields) | null {
  const entries = mapped.filter(({ field }) => field === "team" || field === "teamLeader");
  if (!defaults.teamLeader && !entries.some(({ field }) => field === "teamLeader")) return null;
  const given: PersonFields = { team: defaults.team ?? null, teamLeader: defaults.teamLeader ?? null };
  return (cells) => {
    const fields = { ...given };
    for (const { field, index } of entries) readField(fields, field, cells[index]);
    return fields;
  };
}

const isTeamless = ({ team, teamLeader }: PersonFields): boolean => isBlank(team ?? "") && !isBlank(teamLeader ?? "");

const isIdentityField = (field: string): boolean => field.startsWith("identity.");

type Look = "name" | "word" | "email" | "leader" | "username" | "whole";

function lookOf(field: PersonField, required: readonly PersonField[]): Look {
  switch (field) {
    case "email":
    case "username":
      return field;
    case "teamLeader":
      return "leader";
    case "language":
    case "userType":
    case "deletionDate":
      return "word";
    case "roles":
    case "groups":
      // a cell of nothing but separators gives none
      if (required.includes(field)) return "whole";
      return field === "roles" ? "word" : "name";
    default:
      return "name";
  }
}

function isFineField(field: PersonField, cell: string, options: PersonOptions): boolean {
  if (isBlank(cell)) return false;
  const fields: PersonFields = {};
  readField(fields, field, cell);
  return checkPerson(fields, { ...options, require: [] }).problems.length === 0;
}
