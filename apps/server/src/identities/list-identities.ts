import { can } from "@usher/rules/permissions";
import type { IdentitiesArgs } from "@usher/schema/identity";
import { type Ctx, require } from "../context.js";
import { equals } from "../db/condition.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import { Identity } from "./identity.entity.js";

/** Identities by when they last changed: those that wait to be looked at, the oldest first, unless others are asked for (F60). */
export function listIdentities(ctx: Ctx, args: IdentitiesArgs): Promise<KeysetPage<Identity>> {
  const { workspaceId } = require(ctx, can.manageIdentities(ctx.actor), "MANAGE_USERS");
  const statuses = [...new Set(args.statuses ?? ["SUBMITTED"])];
  const list = {
    target: Identity,
    direction: args.direction,
    where: [equals("workspaceId", workspaceId)],
    branches: [
      {
        keys: ["updatedAt"],
        index: "identities_status",
        where: [],
        streams: statuses.map((status) => ({ where: equals("status", status) })),
      },
    ],
    about: ["identities", workspaceId, statuses, args.direction],
  };
  return readPage(ctx.read, list, args);
}
