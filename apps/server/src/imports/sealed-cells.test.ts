import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sealAnew } from "../installation/seal-anew.js";
import { isSealedDataStored } from "../installation/sealed-data.js";
import { makeSecretBox } from "../secrets/secret-box.js";
import { aDatabase } from "../testing/a-database.js";
import { ImportCells } from "./import-cells.entity.js";
import { sealCellsAnew } from "./seal-cells-anew.js";
import { openCells, sealCells } from "./sealed-cells.js";

describe("cells that are sealed (F63)", () => {
  const box = (key: string, former: string | null = null) => ({
    ...makeSecretBox(Buffer.from(key.repeat(32)), former === null ? null : Buffer.from(former.repeat(32))),
    keyedHash: (text: string) => text,
  });
  const test = aDatabase();
  const of = { id: newId(), columns: ["email", "phone", null, "city"] as const };

  it("are bound to their import and chunk", () => {
    const app = { secrets: box("a") };
    const rows = [["a@x.org", "1", "ignored", "Gent"], [], ["b@x.org", "2", "", "x", "y"], ["c@x.org"]];
    const sealed = sealCells(app, { ...of, columns: [...of.columns] }, 3, rows);
    expect(sealed.cells).toEqual([["a@x.org", "", "ignored", ""], [], ["b@x.org", "", "", "", ""], ["c@x.org"]]);
    const open = (id: string, chunk: number) => openCells(app, { id, columns: [...of.columns] }, { chunk, ...sealed });
    expect(open(of.id, 3)).toEqual(rows);
    expect(() => open(of.id, 4)).toThrow();
    expect(() => open(newId(), 3)).toThrow();
  });

  it("are sealed anew with the key that takes over, and those that are already passed over", async () => {
    const { db } = test;
    const columns = [...of.columns];
    const rows = (chunk: number) => [[`a${chunk}@x.org`, `+${chunk}`, "", "Gent"]];
    const stored = (secrets: ReturnType<typeof box>, chunk: number) => ({
      importId: of.id,
      chunk,
      keys: {},
      ...sealCells({ secrets }, { id: of.id, columns }, chunk, rows(chunk)),
    });
    const plain = { importId: newId(), chunk: 0, keys: {}, cells: [["a"]], sealedCells: null };
    expect(await isSealedDataStored(db)).toBe(false);
    const secrets = box("b", "a");
    await db.tx((tx) =>
      bulkInsert(tx, ImportCells, [stored(box("a"), 0), stored(box("a"), 1), stored(secrets, 2), plain]),
    );
    expect(await isSealedDataStored(db)).toBe(true);
    const column = { target: ImportCells, property: "sealedCells", sealAnew: sealCellsAnew };
    expect(await sealAnew({ db, secrets }, [column])).toBe(2);
    expect(await sealAnew({ db, secrets }, [column])).toBe(0);
    for (const chunk of [0, 1, 2]) {
      const kept = await db.read.findOneByOrFail(ImportCells, { importId: of.id, chunk });
      expect(openCells({ secrets: box("b") }, { id: of.id, columns }, kept)).toEqual(rows(chunk));
    }
  });
});
