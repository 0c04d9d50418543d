import { timingSafeEqual } from "node:crypto";
import { parseEmail } from "@usher/rules/email";
import { limits } from "@usher/rules/limits";
import { cleanText, nameKey } from "@usher/rules/names";
import { deriveUsername } from "@usher/rules/username";
import type { FoundWorkspaceInput } from "@usher/schema/founding";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { userError } from "../http/user-errors.js";
import { hashPassword } from "../passwords/password-hash.js";
import { passwordProblem } from "../passwords/password-problem.js";
import { handOutSession, startSession } from "../sessions/start-session.js";
import { freshAccount } from "../users/fresh-account.js";
import { User } from "../users/user.entity.js";
import { isTimeZone } from "./time-zone.js";
import { Workspace } from "./workspace.entity.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

const week = 7 * 24;

/** Makes the installation's one workspace and its founder, ACTIVE and signed in. Needs the code that the server printed. */
export async function foundWorkspace(ctx: Ctx, input: FoundWorkspaceInput) {
  const refuse = (...userErrors: UserError[]) => ({ user: null, sessionId: null, userErrors });
  const error = (code: UserErrorCode, field?: string) => userError(ctx.language, code, field ? [field] : []);
  if (ctx.workspaceId) return refuse(error("ALREADY_FOUNDED"));
  await ctx.throttle.setup.spend(ctx.request.clientAddress);
  if (!isSame(input.setupCode.trim(), ctx.setupCode)) return refuse(error("SETUP_CODE_WRONG", "setupCode"));
  const { problems, values } = check(input);
  if (problems.length > 0) return refuse(...problems.map(({ code, field }) => error(code, field)));
  const passwordHash = await hashPassword(input.password);
  try {
    const founded = await ctx.tx((tx) => store(tx, ctx, values, input, passwordHash));
    handOutSession(ctx, founded.session);
    return { user: founded.user, sessionId: founded.session.sessionId, userErrors: [] };
  } catch (failure) {
    // somebody else was first: `founded_once` is unique
    if (isKeyConflict(failure)) return refuse(error("ALREADY_FOUNDED"));
    throw failure;
  }
}

function isSame(given: string, code: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}

interface Values {
  workspaceName: string;
  email: string;
  emailKey: string;
  firstName: string;
  lastName: string;
  timeZone: string;
}

function check(input: FoundWorkspaceInput) {
  const problems: { code: UserErrorCode; field: string }[] = [];
  const line = (field: "workspaceName" | "firstName" | "lastName"): string => {
    const cleaned = cleanText(input[field], limits[field]);
    if (!cleaned.ok) problems.push({ code: cleaned.code, field });
    else if (cleaned.text === "") problems.push({ code: "REQUIRED", field });
    return cleaned.ok ? cleaned.text : "";
  };
  const workspaceName = line("workspaceName");
  const parsed = parseEmail(input.email);
  if (!parsed.ok) problems.push({ code: parsed.code, field: "email" });
  const { email, key: emailKey } = parsed.ok ? parsed : { email: "", key: "" };
  const firstName = line("firstName");
  const lastName = line("lastName");
  const timeZone = input.timeZone ?? "UTC";
  if (!isTimeZone(timeZone)) problems.push({ code: "UNKNOWN_TIME_ZONE", field: "timeZone" });
  const password = passwordProblem(input.password, [email, workspaceName, firstName, lastName]);
  if (password) problems.push({ code: password, field: "password" });
  const values: Values = { workspaceName, email, emailKey, firstName, lastName, timeZone };
  return { problems, values };
}

async function store(
  tx: Parameters<Parameters<Ctx["tx"]>[0]>[0],
  ctx: Ctx,
  values: Values,
  input: FoundWorkspaceInput,
  passwordHash: string,
) {
  const now = ctx.clock.now();
  const workspaceId = newId();
  const user: User = {
    ...freshAccount,
    id: newId(),
    workspaceId,
    email: values.email,
    emailKey: values.emailKey,
    username: deriveUsername(values.email),
    firstName: values.firstName,
    lastName: values.lastName,
    firstKey: nameKey(values.firstName),
    lastKey: nameKey(values.lastName),
    status: "ACTIVE",
    hasSeat: true,
    userType: "FOUNDER",
    language: input.language,
    companyId: null,
    teamId: null,
    labelId: null,
    deletionDate: null,
    externalId: null,
    passwordHash,
    activatedAt: now,
    billedFrom: now,
    lastSignInAt: now,
    importId: null,
    importRow: null,
    createdAt: now,
    updatedAt: now,
  };
  await bulkInsert(tx, Workspace, [
    {
      id: workspaceId,
      name: values.workspaceName,
      founderId: user.id,
      defaultLanguage: input.language,
      timeZone: values.timeZone,
      invitationLifetimeHours: week,
      activationLifetimeHours: 48,
      reminderAfterDays: 3,
      reminderCount: 0,
      identityRequired: true,
      identityFields: null,
      accentColor: null,
      logoHash: null,
      foundedOnce: 1,
      createdAt: now,
    },
  ]);
  await bulkInsert(tx, WorkspaceSeats, [{ workspaceId, seatLimit: null, used: 1 }]);
  await bulkInsert(tx, User, [user]);
  await recordAudit(tx, ctx, workspaceId, { kind: "user", userId: user.id }, { type: "workspace_founded" });
  return { user, session: await startSession(tx, ctx, workspaceId, user.id) };
}
