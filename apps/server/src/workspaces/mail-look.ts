import type { Database } from "../db/database.js";
import { type Look, plainLook } from "../mail/look.js";
import { logoPath } from "./serve-logo.js";
import { Workspace } from "./workspace.entity.js";
import { WorkspaceLogo } from "./workspace-logo.entity.js";

/** Answers how a workspace's mails look. The image is read when it has changed, not with every batch of mails. */
export function makeMailLooks(db: Pick<Database, "read">): (workspaceId: string) => Promise<Look> {
  const kept = new Map<string, { hash: string; logo: Look["logo"] }>();

  async function logoOf(workspaceId: string, hash: string): Promise<Look["logo"]> {
    const known = kept.get(workspaceId);
    if (known?.hash === hash) return known.logo;
    // by its hash: another one may have taken its place since the workspace was read
    const row = await db.read.findOneBy(WorkspaceLogo, { workspaceId, hash });
    if (!row) return null;
    const logo = { ...row.image, path: logoPath(hash) };
    kept.set(workspaceId, { hash, logo });
    return logo;
  }

  return async (workspaceId) => {
    const row = await db.read.findOne(Workspace, {
      where: { id: workspaceId },
      select: { id: true, accentColor: true, logoHash: true },
    });
    if (!row) return plainLook;
    return { accentColor: row.accentColor, logo: row.logoHash ? await logoOf(workspaceId, row.logoHash) : null };
  };
}
