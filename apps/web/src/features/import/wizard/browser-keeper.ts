import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { dropDraft, readDraft, writeDraft } from "../../../ui/draft";
import type { Keeper, KeptImport } from "./kept-import";

type KeptDraft = Omit<KeptImport, "file">;

const ofThisTab = "usher.draft.import";
const longestKept = 7 * 24 * 60 * 60 * 1000;

let opened: { drafts: UseStore; files: UseStore } | null = null;

/** A database holds one store of idb-keyval. Signing out removes every database of these names. */
function stores() {
  opened ??= { drafts: createStore("usher.draft.imports", "drafts"), files: createStore("usher.draft.files", "files") };
  return opened;
}

/** A browser may refuse storage altogether, or a file that is too large: then things work, and are forgotten on reload. */
async function ifPossible<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

async function read(id: string): Promise<KeptImport | null> {
  const draft = await ifPossible(() => get<KeptDraft>(id, stores().drafts));
  if (!draft) return null;
  const file = await ifPossible(() => get<File>(id, stores().files));
  return { ...draft, file: file ?? null };
}

async function forget(id: string) {
  if (readDraft<string>(ofThisTab) === id) dropDraft(ofThisTab);
  await ifPossible(() => Promise.all([del(id, stores().drafts), del(id, stores().files)]));
}

/** Every draft of this person; what is too old, or another person's, goes. */
async function drafts(viewerId: string): Promise<KeptDraft[]> {
  const all = (await ifPossible(() => entries<string, KeptDraft>(stores().drafts))) ?? [];
  const mine: KeptDraft[] = [];
  for (const [id, draft] of all) {
    if (draft.viewerId === viewerId && Date.now() - draft.savedAt < longestKept) mine.push(draft);
    else await forget(id);
  }
  return mine.sort((a, b) => b.savedAt - a.savedAt);
}

export const browserKeeper: Keeper = {
  read,
  forget,
  async ofThisTab(viewerId) {
    const id = readDraft<string>(ofThisTab);
    const kept = id ? await read(id) : null;
    return kept?.viewerId === viewerId ? kept : null;
  },
  async leftBehind(viewerId) {
    const here = readDraft<string>(ofThisTab);
    return (await drafts(viewerId)).filter(({ id }) => id !== here);
  },
  async find(importId, viewerId) {
    const draft = (await drafts(viewerId)).find((kept) => kept.importId === importId);
    return draft ? read(draft.id) : null;
  },
  take(id) {
    writeDraft(ofThisTab, id);
  },
  async keepFile(id, file) {
    await ifPossible(() => set(id, file, stores().files));
  },
  async keep(kept) {
    await ifPossible(() => set(kept.id, kept, stores().drafts));
  },
};
