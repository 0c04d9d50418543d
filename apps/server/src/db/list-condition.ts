import { all, any, type Condition } from "./condition.js";
import type { ListedRows } from "./keyset-list.js";

/** What the rows of a list have in common, as one condition: for statements that act on all of them, in no order. */
export function listCondition({ where, branches }: ListedRows): Condition {
  const anyBranch = branches.map(({ where, streams, filters = [] }) =>
    all(
      ...where,
      any(...(streams ?? [{ where: all() }]).map((stream) => stream.where)),
      ...filters.map((one) => one.where),
    ),
  );
  return all(...where, any(...anyBranch));
}
