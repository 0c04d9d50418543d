import type { Keeper, KeptImport } from "../kept-import";

/** A browser's storage: tabs share what is kept, and each knows which is its own. */
export class KeptInMemory {
  readonly drafts = new Map<string, Omit<KeptImport, "file">>();
  readonly files = new Map<string, File>();

  tab(): Keeper {
    let mine: string | null = null;
    const read = async (id: string): Promise<KeptImport | null> => {
      const draft = this.drafts.get(id);
      return draft ? { ...draft, file: this.files.get(id) ?? null } : null;
    };
    return {
      read,
      ofThisTab: async (viewerId) => {
        const kept = mine === null ? null : await read(mine);
        return kept?.viewerId === viewerId ? kept : null;
      },
      leftBehind: async () => [...this.drafts.values()].filter(({ id }) => id !== mine),
      find: async (importId) => {
        const draft = [...this.drafts.values()].find((kept) => kept.importId === importId);
        return draft ? read(draft.id) : null;
      },
      take: (id) => {
        mine = id;
      },
      keepFile: async (id, file) => void this.files.set(id, file),
      keep: async (kept) => void this.drafts.set(kept.id, JSON.parse(JSON.stringify(kept))),
      forget: async (id) => {
        this.drafts.delete(id);
        this.files.delete(id);
      },
    };
  }
}
