import { nameKey } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import type { SearchPageArgs } from "@usher/schema/connection";
import { type Ctx, require } from "../context.js";
import { any, equals, isIn, startsWith } from "../db/condition.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import { searchText } from "../db/search.js";
import type { NamedKind } from "./find-or-create-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";
import { maySeeNames, seeNamesNeed } from "./see-names.js";

/**
 * One page of them, by name; with a search those whose name begins with it, whatever the case and accents. Who only administers
 * groups is shown these.
 */
export function listNames<Kind extends NamedKind>(
  ctx: Ctx,
  kind: Kind,
  args: SearchPageArgs,
): Promise<KeysetPage<NameRow<Kind>>> {
  const { workspaceId } = require(ctx, maySeeNames(ctx.actor, kind), seeNamesNeed);
  const own = kind === "group" && !can.seeNames(ctx.actor) ? [...ctx.actor.administers].sort() : null;
  const text = searchText(args.search);
  const prefix = text === null ? [] : [nameKey(text)];
  const list = {
    target: tableOf[kind],
    direction: "ASC" as const,
    where: [
      equals("workspaceId", workspaceId),
      ...(own ? [isIn("id", own)] : []),
      ...prefix.map((key) => (key === "" ? any() : startsWith("nameKey", key))),
    ],
    branches: [{ keys: ["nameKey"], where: [] }],
    about: [kind, workspaceId, text, own],
  };
  return readPage(ctx.read, list, args);
}
