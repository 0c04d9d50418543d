import { can } from "@usher/rules/permissions";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { readActor } from "../permissions/read-actor.js";
import { findImport } from "./find-import.js";
import { type ImportAnswer, setGoing } from "./set-going.js";

/** Begins to apply the rows, in the background. Said again, as after a lost answer, it changes nothing. */
export async function commitImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportAnswer> {
  const found = await findImport(ctx, importId);
  const { userId } = ctx.actor;
  // it happens in its maker's name, whoever says go
  const maker = await readActor(ctx.read, found.workspaceId, found.createdById);
  if (!maker || !can.importFiles(maker)) {
    return { import: null, userErrors: [userError(ctx.language, "PERMISSION_REVOKED", ["importId"])] };
  }
  const event = { type: "import_committed", subject: found.id } as const;
  return setGoing(ctx, found, {
    from: ["STAGING", "PLANNING", "PLANNED"],
    to: { state: "RUNNING", startedAt: ctx.clock.now() },
    already: ["RUNNING", "DONE"],
    also: (tx) => recordAudit(tx, ctx, found.workspaceId, { kind: "user", userId }, event),
  });
}
