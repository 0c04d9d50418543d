import { useState } from "react";
import { afterPress } from "../../ui/pointer";
import type { HandField, HandRow, RowProblems } from "./by-hand-rows";

export interface Cell {
  id: number;
  field: HandField;
}

interface Place {
  /** Where the person is, or was last. */
  current: Cell | null;
  /** Of that row what is being filled for the first time; null once the person left it. */
  unfinished: readonly HandField[] | null;
}

const fields: readonly HandField[] = ["email", "username"];

/**
 * Of what is wrong, what is said: everything that stands there, whoever typed, pasted or found it again, but for what somebody is
 * filling for the first time in the row where they are.
 */
export function useSaid(rows: readonly HandRow[], problems: RowProblems) {
  const [{ current, unfinished }, setPlace] = useState<Place>({ current: null, unfinished: null });
  const isSaid = (id: number, field: HandField) => id !== current?.id || !unfinished?.includes(field);
  const rowsToMend = new Set<number>();
  for (const [id, { email, username }] of problems) {
    if ((email && isSaid(id, "email")) || (username && isSaid(id, "username"))) rowsToMend.add(id);
  }
  return {
    current,
    isSaid,
    rowsToMend,
    enter(cell: Cell) {
      const row = rows.find(({ id }) => id === cell.id);
      // what was said to be missing before is said while it is mended too
      const open = fields.filter((field) => row?.[field].trim() === "" && !problems.get(cell.id)?.[field]);
      setPlace((before) => ({
        current: cell,
        unfinished: before.current?.id === cell.id && before.unfinished ? before.unfinished : open,
      }));
    },
    /** `staysInRow`: for the other cell of the same person. */
    leave(cell: Cell, staysInRow: boolean) {
      const isFilled = rows.find(({ id }) => id === cell.id)?.[cell.field].trim() !== "";
      afterPress(() =>
        setPlace((before) => {
          // a field that was left for another row, whose turn it is by now
          if (before.current?.id !== cell.id || !before.unfinished) return before;
          if (!staysInRow) return { ...before, unfinished: null };
          return isFilled
            ? { ...before, unfinished: before.unfinished.filter((field) => field !== cell.field) }
            : before;
        }),
      );
    },
    /** Everything, as after a paste, or once it kept the rows from being sent. */
    sayAll() {
      setPlace((before) => ({ ...before, unfinished: before.unfinished && [] }));
    },
  };
}
