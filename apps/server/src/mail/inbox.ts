import { can } from "@usher/rules/permissions";
import type { InboxMail } from "@usher/schema/inbox";
import { type Ctx, require } from "../context.js";
import { compares, equals } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type KeysetPage, mapPage, type PageRequest, readPage } from "../db/keyset.js";
import { notFound } from "../http/refusals.js";
import { InboxMail as InboxRow } from "./inbox-mail.entity.js";
import type { KeptMail } from "./keep-in-inbox.js";
import { layOut } from "./lay-out.js";
import type { Look } from "./look.js";
import { messageIdOf } from "./message-id.js";
import { senderOf } from "./sender.js";

/** How long a mail stays in the development inbox, in ms. */
export const inboxTime = 24 * 3_600_000;

/** The development inbox, the latest first. It holds everyone's links: the founder only, and only while nothing is really sent. */
export async function listInbox(ctx: Ctx, page: PageRequest): Promise<KeysetPage<InboxMail>> {
  const { workspaceId, from } = enter(ctx);
  const list = {
    target: InboxRow,
    direction: "DESC" as const,
    where: [equals("workspaceId", workspaceId), compares("createdAt", ">", oldest(ctx))],
    branches: [{ keys: [], where: [] }],
    about: ["inbox", workspaceId],
  };
  const look = await ctx.mails.lookOf(workspaceId);
  return mapPage(await readPage(ctx.read, list, page), (row) => present(ctx, row, from, look));
}

/** One mail of the development inbox. Throws NOT_FOUND when it is none of this workspace, or has ended. */
export async function findInInbox(ctx: Ctx, rawId: string): Promise<InboxMail> {
  const { workspaceId, from } = enter(ctx);
  const id = parseId(rawId);
  const row = id && (await ctx.read.findOneBy(InboxRow, { id, workspaceId }));
  if (!row || row.createdAt <= oldest(ctx)) throw notFound("mail in the inbox");
  return present(ctx, row, from, await ctx.mails.lookOf(workspaceId));
}

function enter(ctx: Ctx): { workspaceId: string; from: string } {
  const { workspaceId } = require(ctx, can.readInbox(ctx.actor), "being the founder");
  const { mail } = ctx.config;
  if (mail.delivery !== "INBOX") throw notFound("inbox while mails are really sent");
  return { workspaceId, from: mail.from };
}

const oldest = (ctx: Pick<Ctx, "clock">): Date => new Date(ctx.clock.now().getTime() - inboxTime);

function present(ctx: Pick<Ctx, "config" | "secrets">, row: InboxRow, from: string, look: Look): InboxMail {
  const { to, language, letter } = JSON.parse(ctx.secrets.open(row.sealed, row.id)) as KeptMail;
  const sender = senderOf(from, letter.workspace);
  return {
    id: row.id,
    to: to.address,
    from: `${sender.name} <${sender.address}>`,
    ...layOut(letter, language, look, "served"),
    messageId: messageIdOf(ctx, row.id),
    createdAt: row.createdAt,
  };
}
