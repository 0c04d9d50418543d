import { commitImport } from "../imports/commit-import.js";
import { importWorkerName } from "../imports/import-worker-name.js";
import { stageImportRows } from "../imports/stage-import-rows.js";
import { startImport } from "../imports/start-import.js";
import { Invitation } from "../invitations/invitation.entity.js";
import type { DemoDesk } from "./demo-desk.js";
import { demoFile } from "./demo-file.js";

/** Brings the demo's file in as the wizard does; answers the invitations that it made, in the file's order. */
export async function importFile(desk: DemoDesk, makerId: string, rows: string[][]): Promise<Invitation[]> {
  const ctx = await desk.actAs(makerId);
  const { import: started, userErrors } = await startImport(ctx, {
    mode: "INVITE",
    credential: "ACTIVATION_LINK",
    activationMail: "LATER",
    fileName: demoFile.name,
    totalRows: rows.length,
    columns: demoFile.columns,
    header: demoFile.header,
    dateOrder: "dmy",
    createMissing: true,
    existing: "LEAVE",
    lifetimeHours: 30 * 24,
  });
  if (!started) throw new Error(JSON.stringify(userErrors));
  const importId = started.id;
  await stageImportRows(ctx, { importId, chunk: 0, firstRow: 2, rows });
  await commitImport(ctx, { importId });
  await desk.work(importWorkerName);
  return desk.app.db.read.find(Invitation, { where: { importId }, order: { importRow: "ASC" } });
}
