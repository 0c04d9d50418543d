import { readDraft, writeDraft } from "../../ui/draft";

const place = "usher.draft.invite-call";

/**
 * The idempotency key for a call: the same for the same content, so that sending again after a lost answer invites nobody twice;
 * another one as soon as something was changed.
 */
export function callKey(content: unknown): string {
  const text = JSON.stringify(content);
  const kept = readDraft<{ text: string; key: string }>(place);
  if (kept?.text === text) return kept.key;
  // randomUUID exists only on https and loopback.
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  writeDraft(place, { text, key });
  return key;
}
