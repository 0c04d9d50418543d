import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What a test cannot wait for: days go by for one invitation, in the database of a server that stands still. */
export function ageInvitation(dataDir: string, email: string, days: number): void {
  const database = new DatabaseSync(join(dataDir, "usher.sqlite"));
  const earlier = (column: string) => `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, '-${days} days')`;
  const { changes } = database
    .prepare(
      `UPDATE invitations SET ${["created_at", "last_sent_at", "expires_at", "next_reminder_at"].map(earlier).join(", ")} WHERE email = ?`,
    )
    .run(email);
  database
    .prepare(
      `UPDATE links SET ${earlier("expires_at")} WHERE subject_id = (SELECT id FROM invitations WHERE email = ?)`,
    )
    .run(email);
  database.close();
  if (changes !== 1) throw new Error(`${email} is not invited`);
}
