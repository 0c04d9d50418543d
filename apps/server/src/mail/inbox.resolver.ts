import { PageArgs } from "@usher/schema/connection";
import { InboxMail, InboxMailConnection } from "@usher/schema/inbox";
import { Arg, Args, Ctx as Context, ID, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { findInInbox, listInbox } from "./inbox.js";

/** The development inbox. */
@Resolver()
export class InboxResolver {
  @Query(() => InboxMailConnection, {
    description:
      "The development inbox, the latest first: mails that were kept instead of being sent. The founder only; NOT_FOUND while a mail server is set.",
  })
  inboxMails(@Args(() => PageArgs) args: PageArgs, @Context() ctx: Ctx): Promise<KeysetPage<InboxMail>> {
    return listInbox(ctx, args);
  }

  @Query(() => InboxMail, {
    description: "One mail of the development inbox; NOT_FOUND once it has ended. The founder only.",
  })
  inboxMail(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<InboxMail> {
    return findInInbox(ctx, id);
  }
}
