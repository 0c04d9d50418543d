import { useState } from "react";
import type { Selecting } from "./data-table";

interface Chosen {
  /** The list that was chosen from: another filter begins with nothing chosen. */
  list: string;
  ids: ReadonlySet<string>;
  /** Everything that the filter matches, loaded or not. */
  everything: boolean;
  last: string | null;
}

/** Rows chosen out of the loaded ones, or all that match the list's filter. `list`: what tells this list from another. */
export function useSelection(list: string, loaded: readonly { id: string }[]) {
  const none: Chosen = { list, ids: new Set(), everything: false, last: null };
  const [kept, setKept] = useState<Chosen>(none);
  const chosen = kept.list === list ? kept : none;
  const { ids, everything } = chosen;
  const loadedIds = loaded.map(({ id }) => id);
  const count = loadedIds.filter((id) => ids.has(id)).length;
  const all = everything || (count > 0 && count === loadedIds.length) ? "all" : count > 0 ? "some" : "none";

  const selecting: Selecting = {
    isSelected: (id) => everything || ids.has(id),
    toggle(id, range) {
      const next = new Set(everything ? loadedIds : ids);
      const add = !next.has(id);
      const from = range && chosen.last ? loadedIds.indexOf(chosen.last) : -1;
      const to = loadedIds.indexOf(id);
      const touched = from >= 0 ? loadedIds.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      for (const each of touched) {
        if (add) next.add(each);
        else next.delete(each);
      }
      setKept({ list, ids: next, everything: false, last: id });
    },
    toggleAll() {
      setKept(all === "all" ? none : { list, ids: new Set(loadedIds), everything: false, last: null });
    },
    all,
  };

  return {
    selecting,
    ids: [...ids],
    everything,
    isEmpty: !everything && ids.size === 0,
    selectEverything: () => setKept({ list, ids: new Set(loadedIds), everything: true, last: null }),
    /** What an action left undone stays chosen. */
    keepOnly: (rest: readonly string[]) => setKept({ list, ids: new Set(rest), everything: false, last: null }),
    clear: () => setKept(none),
  };
}
