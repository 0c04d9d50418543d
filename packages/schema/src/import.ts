import "reflect-metadata";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AddMode, ExistingPolicy } from "./adding.js";
import { connectionOf, PageArgs } from "./connection.js";
import { ActivationMail, Credential } from "./credential.js";
import { DateOrder } from "./date-order.js";
import { enumOf, type ValueOf } from "./enum.js";
import { PersonCounts, PersonInput, PersonOutcome } from "./person.js";
import { DateTime } from "./scalars.js";
import { UserError, UserErrorCode } from "./user-error.js";

export const ImportStatus = enumOf("ImportStatus", "How an import stands.", {
  STAGING: "Takes rows. Nobody was invited yet; it may be left and taken up again.",
  PLANNING: "The server works out what each row would do.",
  PLANNED: "`plan` holds that. Commit, or cancel.",
  SCHEDULED: "Committed, to begin later.",
  RUNNING: "Rows are being applied, chunk by chunk.",
  PAUSED: "Stopped between two chunks; can go on.",
  CANCELLED: "Stopped for good; what was applied before stays.",
  DONE: "Every row has its outcome.",
  FAILED: "Could not go on: `failure` says why. What was applied before stays.",
  UNDOING: "What is untouched is being taken back.",
  UNDONE: "What was untouched was taken back.",
});
export type ImportStatus = ValueOf<typeof ImportStatus>;

@ObjectType({
  description:
    "A file of people on its way in: started, staged in chunks of raw cells, planned if wished, committed, then applied in the background.",
})
export class Import {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, { description: "The file's name, at most 255 characters." })
  fileName!: string;

  @Field(() => AddMode, { description: "How people are added." })
  mode!: AddMode;

  @Field(() => Credential, {
    nullable: true,
    description: "How created accounts are first entered; null with the mode INVITE.",
  })
  credential!: Credential | null;

  @Field(() => ActivationMail, {
    nullable: true,
    description: "When the created are told; null with the mode INVITE.",
  })
  activationMail!: ActivationMail | null;

  @Field(() => ImportStatus, { description: "How it stands." })
  status!: ImportStatus;

  @Field(() => Int, { description: "Records in the file, without the header, empty ones included." })
  totalRows!: number;

  @Field(() => [String], {
    nullable: "items",
    description:
      'What each column of the file is, in its order: "first_name", "email", ...; null for one that is ignored.',
  })
  columns!: (string | null)[];

  @Field(() => PersonCounts, {
    nullable: true,
    description:
      "What `planImport` found that would come of the rows; null before. The commit decides afresh, by the same code.",
  })
  plan!: PersonCounts | null;

  @Field(() => DateTime, { description: "When it was started." })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the first row was applied; null before." })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was done, cancelled or failed; null before." })
  finishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it failed, in the caller's language; null when it did not.",
  })
  failure!: string | null;

  /** Not in the API: `createdBy` is loaded by it. */
  createdById!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedImportFields = {
  counts: "What came of the rows that are applied; grows while the import runs.",
  emptyRows: "Rows without any value among those staged; they are no error and have no outcome.",
  stagedRows: "How many rows the server holds.",
  doneRows: "How many rows have their outcome, empty ones included: progress out of `totalRows`.",
  stagedChunks: "The numbers of the chunks that the server holds, ascending: where to go on after a closed tab.",
  createdBy: "Who started it; null when that account is gone.",
  rows: "The report: every row that has an outcome, in the file's order.",
  problems: "What is wrong, grouped by column and code, the most frequent first.",
} as const;

export const ImportConnection = connectionOf(Import);

@ObjectType({ description: "How many rows have the same problem in the same column." })
export class ImportProblemCount {
  @Field(() => String, { description: 'The import\'s column: "email", "language", ....' })
  column!: string;

  @Field(() => UserErrorCode, { description: "What is wrong." })
  code!: UserErrorCode;

  @Field(() => Int, { description: "In how many rows." })
  rows!: number;
}

@ObjectType({ description: "One row of the report." })
export class ImportRow {
  @Field(() => Int, {
    description: "The record in the file, the header being 1. Quoted line breaks make no new record.",
  })
  row!: number;

  @Field(() => PersonOutcome, { description: "What came of it." })
  outcome!: PersonOutcome;

  @Field(() => [String], {
    nullable: true,
    description:
      "The cells as they were staged, but for those of the identity's columns: these are sealed, and empty here. null once erased, 30 days after the end.",
  })
  cells!: string[] | null;

  @Field(() => [UserError], { description: 'What is to be said about the row; the path is the column: `["email"]`.' })
  errors!: UserError[];
}

export const ImportRowConnection = connectionOf(ImportRow);

@ArgsType()
export class ImportRowsArgs extends PageArgs {
  @Field(() => PersonOutcome, { nullable: true, description: "Only rows with this outcome. Absent: all." })
  outcome?: PersonOutcome | null;
}

@ArgsType()
export class ColumnMappingArgs {
  @Field(() => [String], { description: "The file's header, in its order." })
  header!: string[];
}

@InputType({ description: "A file of people to come." })
export class StartImportInput {
  @Field(() => AddMode, { defaultValue: AddMode.INVITE, description: "How people are added." })
  mode!: AddMode;

  @Field(() => String, { description: "The file's name, 1 to 255 characters." })
  fileName!: string;

  @Field(() => Int, { description: "Records in the file, without the header, empty ones included: 1 or more." })
  totalRows!: number;

  @Field(() => [String], {
    nullable: "items",
    description:
      'What each column of the file is, in its order: "first_name", "last_name", "email", "company", "language", "groups", "team", "team_leader", "username", "label", "role", ' +
      '"deletion_date", "user_type", "external_id"; null for one to ignore. The first four must be here or in `defaults`; none twice. ' +
      'What is known of people\'s digital identities: "legal_first_name", "legal_last_name", "date_of_birth", "place_of_birth", "nationality", "tax_number", "phone", ' +
      '"street", "postal_code", "city", "country", "document_kind", "document_number", where the workspace asks for them. It is kept as a draft that the person completes, and its cells are stored sealed.',
  })
  columns!: (string | null)[];

  @Field(() => PersonInput, { nullable: true, description: "What is meant where a row has no value; no `identity`." })
  defaults?: PersonInput | null;

  @Field(() => DateOrder, {
    defaultValue: DateOrder.DMY,
    description: "How the file writes dates with slashes or hyphens; those that begin with the year are read anyway.",
  })
  dateOrder!: DateOrder;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: companies, groups, teams and labels that are named and unknown are made.",
  })
  createMissing!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "INVITE only. A personal message in the mail: plain text, at most 2,000 characters.",
  })
  message?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "INVITE only. How long the links live, in hours: 1 to 720. Absent: as the workspace says.",
  })
  lifetimeHours?: number | null;

  @Field(() => ExistingPolicy, {
    defaultValue: ExistingPolicy.LEAVE,
    description: "What happens to people who have an account already.",
  })
  existing!: ExistingPolicy;

  @Field(() => Credential, {
    defaultValue: Credential.ACTIVATION_LINK,
    description:
      "With the mode CREATE: how the accounts are first entered. Only ACTIVATION_LINK: passwords for thousands are NOT_COMBINABLE.",
  })
  credential!: Credential;

  @Field(() => ActivationMail, {
    defaultValue: ActivationMail.LATER,
    description: "With the mode CREATE: NOW or LATER; TO_ME is NOT_COMBINABLE.",
  })
  activationMail!: ActivationMail;

  @Field(() => [String], {
    nullable: true,
    description:
      "The file's header, in its order. When given, `columns` is remembered for files with the same one: see `columnMapping`.",
  })
  header?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "At most 100 characters of the caller's choice. The same key with the same input answers the same import; with another it is KEY_REUSED.",
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: "An import that takes rows now." })
export class StartImportPayload {
  @Field(() => Import, { nullable: true, description: "The import, STAGING; null when refused." })
  import!: Import | null;

  @Field(() => [UserError], {
    description:
      'REQUIRED (the path names the missing column: `["columns", "email"]`), UNKNOWN_COLUMN, NOT_ASKED (of a column that the workspace does not ask for), DUPLICATE_IN_INPUT, TOO_LONG, OUT_OF_RANGE, NOT_COMBINABLE, KEY_REUSED; of `defaults`, what a person\'s values can be refused for.',
  })
  userErrors!: UserError[];
}

@InputType({
  description: "One chunk of the file. Chunks may come in any order, at the same time, and more than once.",
})
export class StageImportRowsInput {
  @Field(() => ID, { description: "The import. One of another workspace is a top-level NOT_FOUND." })
  importId!: string;

  @Field(() => Int, { description: "The chunk's number, from 0." })
  chunk!: number;

  @Field(() => Int, {
    description:
      "The record in the file that `rows` begins with: 2 for the first chunk, since the header is 1; 1 when the file has no header.",
  })
  firstRow!: number;

  @Field(() => [[String]], {
    description:
      "1 to 2,000 rows of raw cells in the file's order. An empty row is sent as [], so that numbers never shift; missing cells at the end are empty ones. A row with one cell more than there are columns is refused, and no other.",
  })
  rows!: string[][];
}

@ObjectType({ description: "The chunk is stored, and survives a closed tab or a killed server." })
export class StageImportRowsPayload {
  @Field(() => Import, { nullable: true, description: "The import with this chunk; null when refused." })
  import!: Import | null;

  @Field(() => [UserError], { description: "CHUNK_DIFFERS, IMPORT_CLOSED, REQUIRED, OUT_OF_RANGE, TOO_LONG." })
  userErrors!: UserError[];
}

@InputType({ description: "One import." })
export class ImportIdInput {
  @Field(() => ID, { description: "Its id. One of another workspace is a top-level NOT_FOUND." })
  importId!: string;
}

@InputType({ description: "The import to carry out. A plan before it is not required." })
export class CommitImportInput {
  @Field(() => ID, { description: "Its id. One of another workspace is a top-level NOT_FOUND." })
  importId!: string;
}

@ObjectType({ description: "The import as it stands after the call." })
export class ImportPayload {
  @Field(() => Import, { nullable: true, description: "The import; null when refused." })
  import!: Import | null;

  @Field(() => [UserError], { description: "IMPORT_INCOMPLETE, IMPORT_CLOSED, CHANGED_MEANWHILE." })
  userErrors!: UserError[];
}
