import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { openSecrets } from "./installation-key.js";
import { isSealedDataStored } from "./sealed-data.js";

const aFolder = () => mkdtempSync(join(tmpdir(), "usher-key-"));
const keyA = "a".repeat(32);
const keyB = "b".repeat(32);

describe("the installation's key", () => {
  const test = aDatabase();
  const open = (secretKey: string | null, dataDir = aFolder()) =>
    openSecrets({ secretKey, formerSecretKey: null, dataDir }, test.db, () => isSealedDataStored(test.db));

  it("is made in DATA_DIR at the first start and found again at the next", async () => {
    const dataDir = aFolder();
    const first = await open(null, dataDir);
    expect(readdirSync(dataDir)).toEqual(["secret.key"]);
    expect((await open(null, dataDir)).fingerprint).toBe(first.fingerprint);
    expect(first.open(first.seal("text", "row 1"), "row 1")).toBe("text");
    expect(() => first.open(first.seal("text", "row 1"), "row 2")).toThrow();
  });

  it.each(["", "\n", "abc"])("is never what a cut file holds: %j", async (content) => {
    const dataDir = aFolder();
    writeFileSync(join(dataDir, "secret.key"), content);
    await expect(open(null, dataDir)).rejects.toThrow("is cut");
  });

  it("may change while nothing is sealed", async () => {
    const a = await open(keyA);
    const b = await open(keyB);
    expect(b.fingerprint).not.toBe(a.fingerprint);
  });

  it("comes with one key of numbers, however many servers start at once", async () => {
    const [first, second, third] = await Promise.all([open(keyA), open(keyA), open(keyA)]);
    const hash = first?.keyedHash("592-1234567-89");
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect([second?.keyedHash("592-1234567-89"), third?.keyedHash("592-1234567-89")]).toEqual([hash, hash]);
    expect((await open(keyA)).keyedHash("592-1234567-89")).toBe(hash);
    expect(first?.keyedHash("592-1234567-88")).not.toBe(hash);
  });

  it("refuses to start with another or a missing key once something is sealed, and makes no new one", async () => {
    const secrets = await open(keyA);
    const id = newId();
    const mail = { id, workspaceId: newId(), sealed: secrets.seal("mail", id), createdAt: new Date() };
    await test.db.tx((tx) => bulkInsert(tx, InboxMail, [mail]));
    await expect(open(keyB)).rejects.toThrow("not the one that data in this database was sealed with");
    const dataDir = aFolder();
    await expect(open(null, dataDir)).rejects.toThrow("is missing");
    expect(readdirSync(dataDir)).toEqual([]);
    expect((await open(keyA)).fingerprint).toBe(secrets.fingerprint);
    rmSync(dataDir, { recursive: true });
  });
});
