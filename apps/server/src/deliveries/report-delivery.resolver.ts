import { ReportDeliveryInput, ReportDeliveryPayload } from "@usher/schema/delivery-report";
import { Arg, Ctx as Context, Mutation, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { reportDelivery } from "./report-delivery.js";

/** For mail providers' callbacks. */
@Resolver()
export class ReportDeliveryResolver {
  @Mutation(() => ReportDeliveryPayload, {
    description:
      "Says what became of a mail after the mail server took it, as mail providers tell by their callbacks. A bounce stops reminders. The founder, administrators.",
  })
  reportDelivery(
    @Arg("input", () => ReportDeliveryInput) input: ReportDeliveryInput,
    @Context() ctx: Ctx,
  ): Promise<ReportDeliveryPayload> {
    return reportDelivery(ctx, input);
  }
}
