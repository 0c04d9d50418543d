import type { LanguageCode } from "@usher/rules/language";
import type { Import as ApiImport } from "@usher/schema/import";
import type { Import } from "./import.entity.js";
import { failureWords } from "./import-failure-words.js";

/** What leaves of an import; the API's class names every field of it. */
export const presentImport = (one: Import, language: LanguageCode): ApiImport => ({
  id: one.id,
  fileName: one.fileName,
  mode: one.mode,
  credential: one.credential,
  activationMail: one.activationMail,
  status: one.state,
  totalRows: one.totalRows,
  columns: one.columns,
  plan: one.plan,
  createdAt: one.createdAt,
  startedAt: one.startedAt,
  finishedAt: one.finishedAt,
  failure: one.failure && failureWords[language],
  createdById: one.createdById,
});
