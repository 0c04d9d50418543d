import { useState } from "react";
import type { HandField, HandRow, RowProblems } from "./by-hand-rows";

export interface Cell {
  id: number;
  field: HandField;
}

const nameOf = ({ id, field }: Cell) => `${id} ${field}`;

/**
 * Of what is wrong, what is said: where somebody has been, and everywhere once `all` was asked for, but not of the word that is
 * being typed for the first time. `sayAll`: of that too, since it keeps the rows from being sent.
 */
export function useSaid(rows: readonly HandRow[], problems: RowProblems, all: boolean) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<Cell | null>(null);
  const leave = (cell: Cell) => setLeft((before) => new Set(before).add(nameOf(cell)));
  const isSaid = (id: number, field: HandField) =>
    left.has(nameOf({ id, field })) || (all && !(current?.id === id && current.field === field));
  const rowsToMend = new Set<number>();
  for (const [id, { email, username }] of problems) {
    if ((email && isSaid(id, "email")) || (username && isSaid(id, "username"))) rowsToMend.add(id);
  }
  return {
    current,
    isSaid,
    rowsToMend,
    enter(cell: Cell | null) {
      setCurrent(cell);
      if (cell && all && problems.get(cell.id)?.[cell.field]) leave(cell);
    },
    sayAll() {
      const wrong = [...problems].flatMap(([id, found]) =>
        (["email", "username"] as const).filter((field) => found[field]).map((field) => nameOf({ id, field })),
      );
      setLeft((before) => new Set([...before, ...wrong]));
    },
    leave(cell: Cell) {
      if (rows.find(({ id }) => id === cell.id)?.[cell.field].trim()) leave(cell);
    },
  };
}
