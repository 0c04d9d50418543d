import { nameKey } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import type { SearchPageArgs } from "@usher/schema/connection";
import type { EntityTarget } from "typeorm";
import { type Ctx, require } from "../context.js";
import { any, equals, startsWith } from "../db/condition.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import { searchText } from "../db/search.js";

/** What companies, groups, teams and labels have in common. */
interface Named {
  id: string;
  workspaceId: string;
  name: string;
  nameKey: string;
}

/** One page of them, by name; with a search those whose name begins with it, whatever the case and accents. */
export function listNamed<Row extends Named>(
  ctx: Ctx,
  table: EntityTarget<Row>,
  name: string,
  args: SearchPageArgs,
): Promise<KeysetPage<Row>> {
  const isAllowed = can.add(ctx.actor) || can.seeUsers(ctx.actor);
  const { workspaceId } = require(ctx, isAllowed, "the right to add people or to see them");
  const text = searchText(args.search);
  const prefix = text === null ? [] : [nameKey(text)];
  const list = {
    target: table,
    direction: "ASC" as const,
    where: [
      equals("workspaceId", workspaceId),
      ...prefix.map((key) => (key === "" ? any() : startsWith("nameKey", key))),
    ],
    branches: [{ keys: ["nameKey"], where: [] }],
    about: [name, workspaceId, text],
  };
  return readPage(ctx.read, list, args);
}
