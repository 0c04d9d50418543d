import { nameKey } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import type { SearchPageArgs } from "@usher/schema/connection";
import { type Ctx, require } from "../context.js";
import { any, equals, startsWith } from "../db/condition.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import { searchText } from "../db/search.js";
import type { NamedKind } from "./find-or-create-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";

/** One page of them, by name; with a search those whose name begins with it, whatever the case and accents. */
export function listNames<Kind extends NamedKind>(
  ctx: Ctx,
  kind: Kind,
  args: SearchPageArgs,
): Promise<KeysetPage<NameRow<Kind>>> {
  const isAllowed = can.add(ctx.actor) || can.seeUsers(ctx.actor);
  const { workspaceId } = require(ctx, isAllowed, "the right to add people or to see them");
  const text = searchText(args.search);
  const prefix = text === null ? [] : [nameKey(text)];
  const list = {
    target: tableOf[kind],
    direction: "ASC" as const,
    where: [
      equals("workspaceId", workspaceId),
      ...prefix.map((key) => (key === "" ? any() : startsWith("nameKey", key))),
    ],
    branches: [{ keys: ["nameKey"], where: [] }],
    about: [kind, workspaceId, text],
  };
  return readPage(ctx.read, list, args);
}
