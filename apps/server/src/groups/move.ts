import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import type { NamedKind } from "./find-or-create-names.js";

/** Companies, groups, teams or labels that go, and the one that their people go into; null: they are in none afterwards. */
export interface Move {
  readonly kind: NamedKind;
  readonly ids: readonly string[];
  readonly into: string | null;
}

/** How those who are concerned by a move are found, and what is done with them. */
export interface Mover {
  /** How many users there are, and how much else has to be gone through. */
  count(read: EntityManager, workspaceId: string, move: Move): Promise<{ users: number; others: number }>;
  /** The next of them, in no order; who was moved is not found again. */
  next(read: EntityManager, workspaceId: string, move: Move, limit: number): Promise<string[]>;
  /** Moves these, a few statements however many they are. Answers how many users. */
  apply(tx: Tx, app: Pick<App, "clock">, workspaceId: string, move: Move, ids: readonly string[]): Promise<number>;
  /** Once nobody is left: what else hangs on those that go. */
  settle(tx: Tx, workspaceId: string, move: Move): Promise<void>;
}
