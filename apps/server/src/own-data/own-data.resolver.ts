import { Ctx as Context, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { exportOwnData } from "./export-own-data.js";

@Resolver()
export class OwnDataResolver {
  @Query(() => String, {
    description:
      "Everything that is kept of whoever asks, as a JSON document to save: account, group roles, permissions, program sessions, sessions, invitations, mails, digital identity, who read it, what was recorded. Whoever is signed in; recorded, and RATE_LIMITED when asked for too often.",
  })
  ownData(@Context() ctx: Ctx): Promise<string> {
    return exportOwnData(ctx);
  }
}
