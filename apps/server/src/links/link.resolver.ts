import {
  LinkPreview,
  LinkPreviewArgs,
  ReportLinkOpenedInput,
  ReportLinkOpenedPayload,
  RequestNewLinkInput,
  RequestNewLinkPayload,
} from "@usher/schema/link";
import { Arg, Args, Ctx as Context, Mutation, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { previewLink } from "./preview-link.js";
import { reportLinkOpened } from "./report-link-opened.js";
import { requestNewLink } from "./request-new-link.js";

/** What the holder of a link may ask before acting. */
@Resolver()
export class LinkResolver {
  @Query(() => LinkPreview, {
    nullable: true,
    description: "What a link leads to; reads, never consumes. Null before founding. Whoever holds the link may ask.",
  })
  linkPreview(
    @Args(() => LinkPreviewArgs) { token }: LinkPreviewArgs,
    @Context() ctx: Ctx,
  ): Promise<LinkPreview | null> {
    return previewLink(ctx, token);
  }

  @Mutation(() => ReportLinkOpenedPayload, {
    description:
      "Says that a person has begun to use the link's page: at the first key or touch, since mail scanners load pages too. Whoever holds the link may ask.",
  })
  reportLinkOpened(
    @Arg("input", () => ReportLinkOpenedInput) { token }: ReportLinkOpenedInput,
    @Context() ctx: Ctx,
  ): Promise<ReportLinkOpenedPayload> {
    return reportLinkOpened(ctx, token);
  }

  @Mutation(() => RequestNewLinkPayload, {
    description:
      "Asks those who invited or created the person for a new link in place of an expired one; they see it and get one mail. Whoever holds the link may ask.",
  })
  requestNewLink(
    @Arg("input", () => RequestNewLinkInput) { token }: RequestNewLinkInput,
    @Context() ctx: Ctx,
  ): Promise<RequestNewLinkPayload> {
    return requestNewLink(ctx, token);
  }
}
