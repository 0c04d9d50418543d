import { hash } from "node:crypto";
import { badUserInput } from "../http/refusals.js";
import { parseId } from "./ids.js";

/** Where a page ended: in which branch of the list, and the sort key of its last row, ending with the id. */
export interface Position {
  branch: number;
  key: unknown[];
}

/** What a cursor is bound to: a cursor of another list, filter or order would point nowhere. */
export const listMark = (about: unknown): string => hash("sha256", JSON.stringify(about), "base64url").slice(0, 12);

export function writeCursor(mark: string, { branch, key }: Position): string {
  return Buffer.from(JSON.stringify([mark, branch, ...key])).toString("base64url");
}

/** The type of each key of a branch, in order; the id comes last and is not among them. */
export type KeyTypes = readonly ("text" | "moment" | "integer")[];

/** Throws BAD_USER_INPUT for what is not a whole cursor of this very list. */
export function readCursor(cursor: string, mark: string, branches: readonly KeyTypes[]): Position {
  const [itsMark, branch, ...key] = parse(cursor);
  const types = typeof branch === "number" ? branches[branch] : undefined;
  if (itsMark !== mark || types === undefined || key.length !== types.length + 1) throw notACursor();
  const id = typeof key.at(-1) === "string" ? parseId(key.at(-1) as string) : null;
  if (id === null) throw notACursor();
  return { branch: branch as number, key: [...types.map((type, i) => readKey(type, key[i])), id] };
}

function parse(cursor: string): unknown[] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts)) return parts;
  } catch {
    // answered below, like every other thing that is no cursor
  }
  throw notACursor();
}

function readKey(type: KeyTypes[number], value: unknown): unknown {
  if (type === "integer" && Number.isSafeInteger(value)) return value;
  if (type === "text" && typeof value === "string") return value;
  if (type === "moment" && typeof value === "string") {
    const moment = new Date(value);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  throw notACursor();
}

const notACursor = () =>
  badUserInput("`after` is no cursor of this list: take one from the same query, with the same filter and order.");
