import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { can } from "@usher/rules/permissions";
import type { RequestHandler } from "express";
import type { EntityManager } from "typeorm";
import { MoreThan } from "typeorm";
import type { App } from "../context.js";
import { parseId } from "../db/ids.js";
import { requestFacts } from "../http/request-facts.js";
import { readSession } from "../sessions/read-session.js";
import { ExportPart } from "../tasks/export-part.entity.js";
import { Task } from "../tasks/task.entity.js";
import { hasFile } from "../tasks/task-file.js";
import { exportHeader } from "./export-lines.js";
import { type ExportOptions, exportTaskKind } from "./export-task.js";
import { exportWords } from "./export-words.js";

/** Serves an export to the session that asked for it, and to nobody else. */
export const serveExport =
  (app: App): RequestHandler<{ id: string }> =>
  async (req, res, next) => {
    res.set("Cache-Control", "no-store");
    const { sessionSecret } = requestFacts(req as never, res, app.config.publicUrl.startsWith("https:"));
    const session = sessionSecret ? await readSession(app, sessionSecret) : null;
    const id = parseId(req.params.id);
    if (!session || !id || !can.changeUsers(session.actor)) return next();
    const { actor, workspaceId } = session;
    const mine = { id, workspaceId, createdById: actor.userId as string, kind: exportTaskKind.name };
    const task = await app.db.read.findOneBy(Task, mine);
    const { sessionId, language } = (task?.options ?? {}) as ExportOptions;
    if (!task || sessionId !== actor.sessionId || !hasFile(task, app.clock.now())) return next();
    const day = task.createdAt.toISOString().slice(0, 10);
    res
      .type("text/csv; charset=utf-8")
      .set("Content-Disposition", `attachment; filename="${exportWords[language].fileName}-${day}.csv"`);
    await pipeline(Readable.from(fileOf(app.db.read, id, exportHeader(language))), res);
  };

/** Part by part, so that the whole file is never in memory. */
async function* fileOf(read: EntityManager, taskId: string, header: string): AsyncGenerator<string> {
  // by the byte order mark spreadsheets know UTF-8
  yield `\ufeff${header}`;
  for (let last = -1; ; ) {
    const [part] = await read.find(ExportPart, {
      where: { taskId, part: MoreThan(last) },
      order: { part: "ASC" },
      take: 1,
    });
    if (!part) return;
    yield part.lines.join("");
    last = part.part;
  }
}
