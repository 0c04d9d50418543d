import { PageArgs } from "@usher/schema/connection";
import {
  ColumnMappingArgs,
  CommitImportInput,
  Import,
  ImportConnection,
  ImportIdInput,
  ImportPayload,
  StageImportRowsInput,
  StageImportRowsPayload,
  StartImportInput,
  StartImportPayload,
} from "@usher/schema/import";
import { Arg, Args, Ctx as Context, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { mapPage } from "../db/keyset.js";
import { cancelImport } from "./cancel-import.js";
import { columnMapping } from "./column-mapping.js";
import { commitImport } from "./commit-import.js";
import { seeImport } from "./find-import.js";
import type { Import as ImportRow } from "./import.entity.js";
import { listImports } from "./list-imports.js";
import { planImport } from "./plan-import.js";
import { presentImport } from "./present-import.js";
import type { ImportAnswer } from "./set-going.js";
import { stageImportRows } from "./stage-import-rows.js";
import { startImport } from "./start-import.js";

@Resolver()
export class ImportResolver {
  @Query(() => ImportConnection, {
    description: "One's own imports, for the founder everyone's, the latest first. Those who may add people.",
  })
  async imports(@Args(() => PageArgs) args: PageArgs, @Context() ctx: Ctx) {
    return mapPage(await listImports(ctx, args), (one) => presentImport(one, ctx.language));
  }

  @Query(() => Import, {
    nullable: true,
    description: "One's own import, for the founder anyone's; NOT_FOUND for every other id. Those who may add people.",
  })
  async import(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Import> {
    return presentImport(await seeImport(ctx, id), ctx.language);
  }

  @Query(() => [String], {
    nullable: "itemsAndList",
    description:
      "What each column was taken for in the workspace's last import of a file with this header; null for a new header. Needs CAN_BULK_INVITE.",
  })
  columnMapping(@Args(() => ColumnMappingArgs) { header }: ColumnMappingArgs, @Context() ctx: Ctx) {
    return columnMapping(ctx, header);
  }

  @Mutation(() => StartImportPayload, { description: "Opens an import that takes rows. Needs CAN_BULK_INVITE." })
  async startImport(
    @Arg("input", () => StartImportInput) input: StartImportInput,
    @Context() ctx: Ctx,
  ): Promise<StartImportPayload> {
    return present(ctx, await startImport(ctx, input));
  }

  @Mutation(() => StageImportRowsPayload, {
    description: "Stores a chunk of the file; nobody is invited yet. Only the import's maker and the founder.",
  })
  async stageImportRows(
    @Arg("input", () => StageImportRowsInput) input: StageImportRowsInput,
    @Context() ctx: Ctx,
  ): Promise<StageImportRowsPayload> {
    return present(ctx, await stageImportRows(ctx, input));
  }

  @Mutation(() => ImportPayload, {
    description:
      "Works out in the background what each row would do: PLANNING, then PLANNED with `plan` and `rows`. Only the import's maker and the founder.",
  })
  async planImport(@Arg("input", () => ImportIdInput) input: ImportIdInput, @Context() ctx: Ctx) {
    return present(ctx, await planImport(ctx, input));
  }

  @Mutation(() => ImportPayload, {
    description:
      "Begins to invite, in the background: RUNNING, then DONE. Said again, it changes nothing. Only the import's maker and the founder; PERMISSION_REVOKED when the maker, in whose name it happens, may import no more.",
  })
  async commitImport(@Arg("input", () => CommitImportInput) input: CommitImportInput, @Context() ctx: Ctx) {
    return present(ctx, await commitImport(ctx, input));
  }

  @Mutation(() => ImportPayload, {
    description:
      "Stops the import for good; what was applied stays. Only the import's maker, also without CAN_BULK_INVITE, and the founder.",
  })
  async cancelImport(@Arg("input", () => ImportIdInput) input: ImportIdInput, @Context() ctx: Ctx) {
    return present(ctx, await cancelImport(ctx, input));
  }
}

const present = (ctx: Ctx, { import: one, userErrors }: ImportAnswer): ImportPayload => ({
  import: one && presentImport(one as ImportRow, ctx.language),
  userErrors,
});
