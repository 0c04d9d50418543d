import { Column, Entity, PrimaryColumn } from "typeorm";
import { id, integer, nullable } from "../db/columns.js";
import type { RowKeys } from "./row-keys.js";

/**
 * What a chunk holds, apart from how it stands: SQLite writes a whole row for each change of it. Gone 30 days after the
 * import's end.
 */
@Entity("import_cells")
export class ImportCells {
  @PrimaryColumn(id) importId!: string;
  @PrimaryColumn(integer) chunk!: number;
  /** What its rows claim for themselves, hashed. */
  @Column({ type: "json" }) keys!: RowKeys;
  /** Raw cells, [] for an empty row; those of the identity's columns are empty. */
  @Column({ type: "json" }) cells!: string[][];
  /** What these would hold, see sealed-cells.ts; null for a file without such columns. */
  @Column(nullable({ type: "json" })) sealedCells!: string | null;
}
