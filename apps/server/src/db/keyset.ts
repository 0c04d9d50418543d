import type { EntityManager, ObjectLiteral } from "typeorm";
import { badUserInput } from "../http/refusals.js";
import { Statement } from "./condition.js";
import { countUpTo } from "./count-list.js";
import { type KeyTypes, listMark, readCursor, writeCursor } from "./cursor.js";
import type { Branch, KeysetList } from "./keyset-list.js";
import { fewRows, narrowed } from "./narrow.js";
import { keyOf, readBranch } from "./read-branch.js";

export const maxPageSize = 100;
/** Counting stops here: an exact count of a million rows takes longer than the page that it stands on. */
export const countLimit = 10_000;

export interface PageRequest {
  first: number;
  after?: string | null;
}

/** A page as a connection wants it; `count` asks the database only when it is called. */
export interface KeysetPage<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  count: () => Promise<{ count: number; exact: boolean }>;
}

/** Reads one page. Throws BAD_USER_INPUT for a `first` outside 1 to 100 and for a cursor of another list. */
export async function readPage<Row extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  list: KeysetList<Row>,
  { first, after }: PageRequest,
): Promise<KeysetPage<Row>> {
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw badUserInput(`\`first\` is a number from 1 to ${maxPageSize}.`);
  }
  const mark = listMark(list.about);
  const start = after ? readCursor(after, mark, keyTypes(read, list)) : { branch: 0, key: null };
  const narrowIn = narrowed(read, list.target, fewRows);
  const found: { row: Row; branch: number }[] = [];
  for (let branch = start.branch; branch < list.branches.length && found.length <= first; branch++) {
    const from = branch === start.branch ? start.key : null;
    // one more than asked for says whether there is a next page
    const rows = await readBranch(
      read,
      list,
      list.branches[branch] as Branch,
      narrowIn,
      from,
      first + 1 - found.length,
    );
    found.push(...rows.map((row) => ({ row, branch })));
  }
  const edges = found.slice(0, first).map(({ row, branch }) => ({
    cursor: writeCursor(mark, { branch, key: keyOf(row, list.branches[branch] as Branch) }),
    node: row,
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countUpTo(read, list, countLimit),
  };
}

/** The same page with other nodes in it. */
export function mapPage<Row, Node>(page: KeysetPage<Row>, present: (row: Row) => Node): KeysetPage<Node> {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: present(node) })) };
}

function keyTypes<Row extends ObjectLiteral & { id: string }>(read: EntityManager, list: KeysetList<Row>): KeyTypes[] {
  const sql = new Statement(read, list.target);
  return list.branches.map(({ keys }) =>
    keys.map((key) => {
      const { type } = sql.metadata(key);
      return type === "datetime" ? "moment" : type === "integer" ? "integer" : "text";
    }),
  );
}
