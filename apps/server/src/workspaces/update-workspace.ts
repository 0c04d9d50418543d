import { createHash } from "node:crypto";
import { parseAccentColor } from "@usher/rules/accent-color";
import { type AskedFields, identityFields } from "@usher/rules/identity-fields";
import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import { isInRange, type NumberSetting } from "@usher/rules/setting-ranges";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { UpdateWorkspaceInput } from "@usher/schema/workspace";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { askedFields } from "../identities/asked-fields.js";
import { rescheduleReminders } from "../invitations/reschedule-reminders.js";
import { type Image, readImage } from "./read-image.js";
import { isTimeZone } from "./time-zone.js";
import { Workspace } from "./workspace.entity.js";
import { WorkspaceLogo } from "./workspace-logo.entity.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

/** Changes the settings that are given, all or none; what is absent stays as it is. The founder only. */
export async function updateWorkspace(
  ctx: Ctx,
  input: UpdateWorkspaceInput,
): Promise<{ workspaceId: string | null; userErrors: UserError[] }> {
  const { userId, workspaceId } = require(ctx, can.updateWorkspace(ctx.actor), "being the founder");
  const { changes, problems } = check(input);
  if (problems.length > 0) {
    const userErrors = problems.map(([field, code]) => userError(ctx.language, code, [field]));
    return { workspaceId: null, userErrors };
  }
  const changed = Object.keys(input).filter((field) => input[field as Field] !== undefined);
  if (changed.length === 0) return { workspaceId, userErrors: [] };
  if (changes.asked && !(await asksAnything(ctx, workspaceId, changes.asked))) {
    return { workspaceId: null, userErrors: [userError(ctx.language, "REQUIRED", ["identityFields"])] };
  }
  await ctx.tx(async (tx) => {
    await write(tx, workspaceId, changes);
    await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, { type: "workspace_updated", changed });
    const isOtherPlan = changes.workspace.reminderAfterDays ?? changes.workspace.reminderCount;
    if (isOtherPlan !== undefined) await rescheduleReminders(tx, ctx, { workspaceId, userId });
  });
  return { workspaceId, userErrors: [] };
}

type Field = keyof UpdateWorkspaceInput;

interface Changes {
  workspace: Partial<Workspace>;
  /** Absent: as it is. */
  seatLimit?: number | null;
  image?: Image | null;
  /** How fields of the identity are asked from now on; the others as before. */
  asked?: Partial<AskedFields>;
}

function check(input: UpdateWorkspaceInput): { changes: Changes; problems: [Field, UserErrorCode][] } {
  const workspace: Partial<Workspace> = {};
  const changes: Changes = { workspace };
  const problems: [Field, UserErrorCode][] = [];

  if (input.name !== undefined) {
    const cleaned = cleanText(input.name ?? "", limits.workspaceName);
    if (!cleaned.ok) problems.push(["name", cleaned.code]);
    else if (cleaned.text === "") problems.push(["name", "REQUIRED"]);
    else workspace.name = cleaned.text;
  }
  if (input.defaultLanguage) workspace.defaultLanguage = input.defaultLanguage;
  else if (input.defaultLanguage === null) problems.push(["defaultLanguage", "REQUIRED"]);

  if (input.timeZone === null) problems.push(["timeZone", "REQUIRED"]);
  else if (input.timeZone !== undefined) {
    if (isTimeZone(input.timeZone)) workspace.timeZone = input.timeZone;
    else problems.push(["timeZone", "UNKNOWN_TIME_ZONE"]);
  }
  const number = (field: NumberSetting): number | undefined => {
    const value = input[field];
    if (value === undefined) return undefined;
    if (value === null) problems.push([field, "REQUIRED"]);
    else if (isInRange(field, value)) return value;
    else problems.push([field, "OUT_OF_RANGE"]);
    return undefined;
  };
  for (const field of [
    "invitationLifetimeHours",
    "activationLifetimeHours",
    "reminderAfterDays",
    "reminderCount",
  ] as const) {
    const value = number(field);
    if (value !== undefined) workspace[field] = value;
  }
  if (input.identityRequired === null) problems.push(["identityRequired", "REQUIRED"]);
  else if (input.identityRequired !== undefined) workspace.identityRequired = input.identityRequired;
  if (input.identityFields === null) problems.push(["identityFields", "REQUIRED"]);
  else if (input.identityFields !== undefined) {
    const asked = readAsked(input.identityFields);
    if (asked) changes.asked = asked;
    else problems.push(["identityFields", "MALFORMED"]);
  }
  const seatLimit = input.seatLimit === null ? null : number("seatLimit");
  if (seatLimit !== undefined) changes.seatLimit = seatLimit;

  if (input.accentColor === null) workspace.accentColor = null;
  else if (input.accentColor !== undefined) {
    const parsed = parseAccentColor(input.accentColor);
    if (parsed.ok) workspace.accentColor = parsed.color;
    else problems.push(["accentColor", parsed.code]);
  }
  if (input.logo === null) Object.assign(changes, { image: null });
  else if (input.logo !== undefined) {
    const read = readImage(input.logo);
    if (read.ok) changes.image = read.image;
    else problems.push(["logo", read.code]);
  }
  return { changes, problems };
}

/** An identity that has to say nothing is none. */
async function asksAnything(ctx: Ctx, workspaceId: string, asked: Partial<AskedFields>): Promise<boolean> {
  const { identityFields: before } = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  return Object.values(askedFields({ identityFields: { ...before, ...asked } })).includes("REQUIRED");
}

/** null when a field is none. */
function readAsked(given: NonNullable<UpdateWorkspaceInput["identityFields"]>): Partial<AskedFields> | null {
  const known: readonly string[] = identityFields;
  if (given.some(({ field }) => !known.includes(field))) return null;
  return Object.fromEntries(given.map(({ field, asked }) => [field, asked]));
}

async function write(tx: Tx, workspaceId: string, { workspace, seatLimit, image, asked }: Changes): Promise<void> {
  // first, as in every transaction that touches the seats
  if (seatLimit !== undefined) await tx.update(WorkspaceSeats, { workspaceId }, { seatLimit });
  const values = { ...workspace };
  if (image !== undefined) {
    await tx.delete(WorkspaceLogo, { workspaceId });
    values.logoHash = image && createHash("sha256").update(image.bytes).digest("base64url");
    if (image && values.logoHash) {
      const { bytes, ...described } = image;
      const stored = { ...described, base64: bytes.toString("base64") };
      await bulkInsert(tx, WorkspaceLogo, [{ workspaceId, hash: values.logoHash, image: stored }]);
    }
  }
  if (asked) {
    const before = await tx.findOneByOrFail(Workspace, { id: workspaceId });
    values.identityFields = { ...before.identityFields, ...asked };
  }
  if (Object.keys(values).length > 0) await tx.update(Workspace, { id: workspaceId }, values);
}
