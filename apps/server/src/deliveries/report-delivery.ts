import { can } from "@usher/rules/permissions";
import type { ReportDeliveryInput, ReportDeliveryPayload } from "@usher/schema/delivery-report";
import { In } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { presentMail } from "../mail/mails-of.js";
import { type MailState, OutboxMail } from "../mail/outbox-mail.entity.js";
import { answerOf } from "../mail/outcome.js";
import { tellKinds } from "../mail/tell-kinds.js";

type Reported = "SENT" | "FAILED" | "BOUNCED";

/**
 * From where each report leads on. Reports come in any order: a late "delivered" does not bring back what bounced. One may come
 * before the sending itself was stored; it then ends the sending.
 */
const before: Record<Reported, readonly MailState[]> = {
  SENT: ["QUEUED"],
  FAILED: ["QUEUED", "SENT"],
  BOUNCED: ["QUEUED", "SENT", "FAILED"],
};

const isReported = (status: string): status is Reported => Object.hasOwn(before, status);

/** Notes what became of a mail after the mail server took it: told by the mail provider (F20). */
export async function reportDelivery(ctx: Ctx, input: ReportDeliveryInput): Promise<ReportDeliveryPayload> {
  const { userId, workspaceId } = require(ctx, can.reportDeliveries(ctx.actor), "being an administrator");
  const id = parseId(input.messageId.trim().replace(/^<|@.*$/g, ""));
  const mail = id && (await ctx.read.findOneBy(OutboxMail, { id, workspaceId }));
  if (!mail) throw notFound("mail");
  const { status, reason } = input;
  if (!isReported(status)) return { mail: null, userErrors: [userError(ctx.language, "MALFORMED", ["status"])] };
  const stored = await ctx.tx(async (tx) => {
    const moved = await tx.update(
      OutboxMail,
      { id: mail.id, workspaceId, state: In([...before[status]]) },
      {
        state: status,
        stateAt: ctx.clock.now(),
        sealedSecret: null,
        leaseOwner: null,
        leaseUntil: null,
        ...(reason && { serverAnswer: answerOf(reason) }),
      },
    );
    if (moved.affected === 1) {
      const kinds = new Map(ctx.mails.kinds.map((kind) => [kind.name, kind]));
      await tellKinds(tx, ctx, kinds, [{ row: mail, state: status }]);
      const event = { type: "delivery_reported", subject: mail.subjectId, mailId: mail.id, status } as const;
      await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, event);
    }
    return tx.findOneByOrFail(OutboxMail, { id: mail.id });
  });
  return { mail: presentMail(ctx, stored), userErrors: [] };
}
