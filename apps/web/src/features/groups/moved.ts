import type { NameKindKey } from "./name-kinds";

/** Names that were merged or deleted, and what became of their people. */
export interface Moved {
  kind: NameKindKey;
  verb: "merge" | "delete";
  /** How many names went. */
  names: number;
  /** The name that stays. */
  into: { id: string; name: string } | null;
  affected: number;
  /** More than 500 people go on in the background. */
  taskId: string | null;
}
