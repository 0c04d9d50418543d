import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { newSecrets } from "../secrets/new-secrets.js";
import { Link, type LinkPurpose } from "./link.entity.js";

export interface LinkFor {
  workspaceId: string;
  purpose: LinkPurpose;
  subjectId: string;
  generation: number;
  expiresAt: Date;
}

/** Makes one more link for each subject and answers their secrets, in order: the only moment at which they are known. */
export async function makeLinks(tx: Tx, app: Pick<App, "clock">, subjects: readonly LinkFor[]): Promise<string[]> {
  const now = app.clock.now();
  const secrets = newSecrets(subjects.length);
  await bulkInsert(
    tx,
    Link,
    subjects.map((subject, i) => ({
      id: newId(),
      workspaceId: subject.workspaceId,
      purpose: subject.purpose,
      subjectId: subject.subjectId,
      generation: subject.generation,
      expiresAt: subject.expiresAt,
      secretHash: secrets[i]?.hash as string,
      createdAt: now,
    })),
  );
  return secrets.map(({ secret }) => secret);
}

const pages: Record<LinkPurpose, string> = {
  INVITATION: "join",
  ACTIVATION: "activate",
  PASSWORD_RESET: "reset-password",
  EMAIL_CHANGE: "confirm-email",
};

/** The address to open. The secret is in the fragment, which no server, proxy or access log sees. */
export const linkAddress = (app: Pick<App, "config">, purpose: LinkPurpose, secret: string): string =>
  `${app.config.publicUrl}/${pages[purpose]}#${secret}`;
