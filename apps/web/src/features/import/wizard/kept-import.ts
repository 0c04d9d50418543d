import type { Draft } from "./draft";

/**
 * What outlives a reload or a closed tab: the file itself, what was chosen for it, and the import it became. Of people's identities the
 * browser keeps nothing but that file, as its owner has it on the same computer, and one date while it is asked how to read it. All of it
 * goes once the server has every row, when the file is put away or another one is chosen, at sign-out, and at the first import after
 * seven days.
 */
export interface KeptImport {
  id: string;
  viewerId: string;
  savedAt: number;
  fileName: string;
  draft: Draft;
  importId: string | null;
  /** null when the browser had no room for it: the person is asked for the file again. */
  file: File | null;
}

/** Where imports in the making are kept, in this browser only. */
export interface Keeper {
  /** The one of this tab; without one, none. */
  ofThisTab(viewerId: string): Promise<KeptImport | null>;
  /** Those that closed tabs left behind, the latest first, without their files. */
  leftBehind(viewerId: string): Promise<Omit<KeptImport, "file">[]>;
  read(id: string): Promise<KeptImport | null>;
  find(importId: string, viewerId: string): Promise<KeptImport | null>;
  /** Makes it this tab's. */
  take(id: string): void;
  keepFile(id: string, file: File): Promise<void>;
  keep(kept: Omit<KeptImport, "file">): Promise<void>;
  forget(id: string): Promise<void>;
}
