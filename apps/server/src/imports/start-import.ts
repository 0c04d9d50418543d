import {
  type ImportColumn,
  identityField,
  isIdentityColumn,
  isImportColumn,
  missingColumns,
} from "@usher/rules/columns";
import { limits } from "@usher/rules/limits";
import { cleanMessage } from "@usher/rules/message";
import { cleanText } from "@usher/rules/names";
import { checkPerson, type PersonFields } from "@usher/rules/person";
import type { IdentityInput } from "@usher/schema/identity-values";
import type { StartImportInput } from "@usher/schema/import";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { userError } from "../http/user-errors.js";
import { inputHash } from "../idempotency/input-hash.js";
import { askedFields } from "../identities/asked-fields.js";
import { isLifetime } from "../invitations/lifetime.js";
import { pathOf } from "../people/remark-path.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { requireImports } from "./find-import.js";
import { headerHash } from "./header-hash.js";
import { Import } from "./import.entity.js";

export const maxRows = 2_000_000;
const maxColumns = 500;

interface Answer {
  import: Import | null;
  userErrors: UserError[];
}

type Refusal = readonly [code: UserErrorCode, path: readonly (string | number)[]];

/** Opens an import that takes rows. The same idempotency key answers the same import. */
export async function startImport(ctx: Ctx, input: StartImportInput): Promise<Answer> {
  const { userId, workspaceId } = requireImports(ctx);
  const refuse = (...refusals: Refusal[]): Answer => ({
    import: null,
    userErrors: refusals.map(([code, path]) => userError(ctx.language, code, path)),
  });
  const { idempotencyKey: key, ...rest } = input;
  const hash = inputHash(rest);
  const earlier = key
    ? await ctx.read.findOneBy(Import, { workspaceId, createdById: userId, idempotencyKey: key })
    : null;
  if (earlier) {
    if (earlier.inputHash !== hash) return refuse(["KEY_REUSED", ["idempotencyKey"]]);
    return { import: earlier, userErrors: [] };
  }
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const fileName = cleanText(input.fileName, limits.fileName);
  const message = cleanMessage(input.message ?? "");
  const refusals = problems(input, workspace, todayIn(workspace.timeZone, ctx.clock.now()));
  if (!fileName.ok) refusals.push([fileName.code, ["fileName"]]);
  else if (fileName.text === "") refusals.push(["REQUIRED", ["fileName"]]);
  if (!message.ok) refusals.push([message.code, ["message"]]);
  if (refusals.length > 0 || !fileName.ok || !message.ok) return refuse(...refusals);
  const row: Import = {
    id: newId(),
    workspaceId,
    createdById: userId,
    mode: input.mode,
    credential: input.mode === "CREATE" ? input.credential : null,
    activationMail: input.mode === "CREATE" ? input.activationMail : null,
    fileName: fileName.text,
    totalRows: input.totalRows,
    columns: input.columns as (ImportColumn | null)[],
    headerHash: input.header ? headerHash(input.header) : null,
    defaults: given(input),
    dateOrder: input.dateOrder,
    createMissing: input.createMissing,
    existing: input.existing,
    message: message.text || null,
    lifetimeHours: input.lifetimeHours ?? workspace.invitationLifetimeHours,
    idempotencyKey: key || null,
    inputHash: hash,
    state: "STAGING",
    comparedAt: null,
    plan: null,
    failure: null,
    createdAt: ctx.clock.now(),
    startedAt: null,
    finishedAt: null,
    leaseUntil: null,
    leaseOwner: null,
  };
  try {
    await ctx.tx(async (tx) => {
      await bulkInsert(tx, Import, [row]);
      const event = { type: "import_started", subject: row.id, rows: row.totalRows } as const;
      await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, event);
    });
  } catch (error) {
    // a parallel call with the same key was first: answer what it made
    if (key && isKeyConflict(error)) return startImport(ctx, input);
    throw error;
  }
  return { import: row, userErrors: [] };
}

function problems(input: StartImportInput, workspace: Workspace, today: string): Refusal[] {
  const { columns } = input;
  const asked = askedFields(workspace);
  // before each is looked at: every one of a million could be wrong
  if (columns.length > maxColumns) return [["TOO_LONG", ["columns"]]];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  columns.forEach((column, index) => {
    if (column === null) return;
    if (!isImportColumn(column)) refusals.push(["UNKNOWN_COLUMN", ["columns", index]]);
    else if (seen.has(column)) refusals.push(["DUPLICATE_IN_INPUT", ["columns", index]]);
    else if (isIdentityColumn(column) && asked[identityField(column)] === "HIDDEN") {
      refusals.push(["NOT_ASKED", ["columns", index]]);
    }
    seen.add(column);
  });
  // nobody's identity is everybody's
  if (isGiven(input.defaults?.identity)) refusals.push(["NOT_COMBINABLE", ["defaults", "identity"]]);
  const defaults = given(input);
  for (const column of missingColumns(columns as (ImportColumn | null)[], defaults)) {
    refusals.push(["REQUIRED", ["columns", column]]);
  }
  const checked = checkPerson(defaults, { today, dateOrder: input.dateOrder, require: [] });
  // the team of a leader for everyone may stand in the rows
  const hasTeams = columns.includes("team");
  const wrong = checked.problems.filter(({ code }) => code !== "LEADER_WITHOUT_TEAM" || !hasTeams);
  for (const problem of wrong) refusals.push([problem.code, ["defaults", ...pathOf(problem)]]);
  if (input.totalRows < 1 || input.totalRows > maxRows) refusals.push(["OUT_OF_RANGE", ["totalRows"]]);
  if (input.lifetimeHours != null && !isLifetime(input.lifetimeHours)) {
    refusals.push(["OUT_OF_RANGE", ["lifetimeHours"]]);
  }
  if (input.mode === "CREATE") refusals.push(...creationProblems(input));
  if ((input.idempotencyKey?.length ?? 0) > limits.idempotencyKey) refusals.push(["TOO_LONG", ["idempotencyKey"]]);
  return refusals;
}

/** Hashing passwords for a whole file, or handing over its links by hand, is refused; and an account keeps no message. */
function creationProblems({ credential, activationMail, message, lifetimeHours }: StartImportInput): Refusal[] {
  const refusals: Refusal[] = [];
  if (credential !== "ACTIVATION_LINK") refusals.push(["NOT_COMBINABLE", ["credential"]]);
  if (activationMail === "TO_ME") refusals.push(["NOT_COMBINABLE", ["activationMail"]]);
  if (message) refusals.push(["NOT_COMBINABLE", ["message"]]);
  if (lifetimeHours != null) refusals.push(["NOT_COMBINABLE", ["lifetimeHours"]]);
  return refusals;
}

const isGiven = (identity: IdentityInput | null | undefined): boolean =>
  Object.values(identity ?? {}).some((value) => value != null);

/** The defaults that were given, as plain values: what GraphQL hands over is an instance with holes. */
function given({ defaults }: StartImportInput): PersonFields {
  const { identity: _, ...person } = defaults ?? {};
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value != null));
}
