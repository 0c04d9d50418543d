import type { ColumnProposal } from "@usher/rules/propose-columns";
import type { FileNotice, FileProblem } from "./file-problem";

export const encodings = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How to read the file; what is left out is detected. */
export interface Reading {
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** false: the first record is a person already, columns have numbers only. */
  hasHeader?: boolean;
}

/** What the beginning of a file tells: there within a moment, whatever the file's size. */
export interface OpenedFile {
  name: string;
  /** In bytes. */
  size: number;
  encoding: Encoding;
  delimiter: Delimiter;
  hasHeader: boolean;
  /** One entry a column, trimmed; all "" when the file has no header. */
  header: string[];
  /** The first records that are not empty, at most 10, every cell as in the file, as long as the header. */
  rows: string[][];
  /** From the size of the first rows; exact when the whole file was seen. */
  estimatedRows: number;
  /** Which column could be what, by name and by a look at the values. */
  proposal: ColumnProposal;
  notices: FileNotice[];
}

export type Opening = { ok: true; file: OpenedFile } | { ok: false; problem: FileProblem };
