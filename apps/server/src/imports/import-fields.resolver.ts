import {
  Import,
  ImportProblemCount,
  ImportRow,
  ImportRowConnection,
  ImportRowsArgs,
  loadedImportFields as words,
} from "@usher/schema/import";
import { Invitation, loadedInvitationFields } from "@usher/schema/invitation";
import { PersonCounts } from "@usher/schema/person";
import { loadedUserFields, User } from "@usher/schema/user";
import { UserError } from "@usher/schema/user-error";
import { Args, Ctx as Context, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { visibleImport } from "./find-import.js";
import { importProblems } from "./import-problems.js";
import { totalsOf } from "./import-totals.js";
import { listImportRows, type ReportedRow } from "./list-import-rows.js";
import { presentImport } from "./present-import.js";
import { cellsOf, issuesOf } from "./row-report.js";
import { stagedChunks } from "./staged-chunks.js";

/** What an import loads only when it is asked for. */
@Resolver(() => Import)
export class ImportFieldsResolver {
  @FieldResolver(() => PersonCounts, { description: words.counts })
  async counts(@Root() { id }: Import, @Context() ctx: Ctx): Promise<PersonCounts> {
    return (await totalsOf(ctx, id)).done;
  }

  @FieldResolver(() => Int, { description: words.emptyRows })
  async emptyRows(@Root() { id }: Import, @Context() ctx: Ctx): Promise<number> {
    return (await totalsOf(ctx, id)).emptyRows;
  }

  @FieldResolver(() => Int, { description: words.stagedRows })
  async stagedRows(@Root() { id }: Import, @Context() ctx: Ctx): Promise<number> {
    return (await totalsOf(ctx, id)).stagedRows;
  }

  @FieldResolver(() => Int, { description: words.doneRows })
  async doneRows(@Root() { id }: Import, @Context() ctx: Ctx): Promise<number> {
    return (await totalsOf(ctx, id)).doneRows;
  }

  @FieldResolver(() => [Int], { description: words.stagedChunks })
  stagedChunks(@Root() { id }: Import, @Context() ctx: Ctx): Promise<number[]> {
    return stagedChunks(ctx, id);
  }

  @FieldResolver(() => User, { nullable: true, description: words.createdBy })
  async createdBy(@Root() { createdById }: Import, @Context() ctx: Ctx): Promise<User | null> {
    const user = createdById && (await ctx.loaders.byId(UserRow).load(createdById));
    return user ? presentUser(ctx, user) : null;
  }

  @FieldResolver(() => ImportRowConnection, { description: words.rows })
  rows(@Root() { id, status }: Import, @Args(() => ImportRowsArgs) args: ImportRowsArgs, @Context() ctx: Ctx) {
    return listImportRows(ctx, { id, status }, args);
  }

  @FieldResolver(() => [ImportProblemCount], { description: words.problems })
  problems(@Root() { id }: Import, @Context() ctx: Ctx): Promise<ImportProblemCount[]> {
    return importProblems(ctx, id);
  }
}

@Resolver(() => ImportRow)
export class ImportRowResolver {
  @FieldResolver(() => [String], { nullable: true })
  cells(@Root() row: ReportedRow, @Context() ctx: Ctx): Promise<string[] | null> {
    return cellsOf(ctx, row);
  }

  @FieldResolver(() => [UserError])
  async errors(@Root() row: ReportedRow, @Context() ctx: Ctx): Promise<UserError[]> {
    const issues = await issuesOf(ctx, row);
    return issues.map(({ column, code }) => userError(ctx.language, code, column ? [column] : []));
  }
}

@Resolver(() => Invitation)
export class InvitationImportResolver {
  @FieldResolver(() => Import, { nullable: true, description: loadedInvitationFields.import })
  import(@Root() { importId }: Invitation, @Context() ctx: Ctx): Promise<Import | null> {
    return presentVisible(ctx, importId);
  }
}

@Resolver(() => User)
export class UserImportResolver {
  @FieldResolver(() => Import, { nullable: true, description: loadedUserFields.import })
  import(@Root() { importId }: User, @Context() ctx: Ctx): Promise<Import | null> {
    return presentVisible(ctx, importId);
  }
}

async function presentVisible(ctx: Ctx, importId: string | null): Promise<Import | null> {
  const found = importId && (await visibleImport(ctx, importId));
  return found ? presentImport(found, ctx.language) : null;
}
