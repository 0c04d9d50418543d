import { readDraft, writeDraft } from "./draft";

/**
 * The idempotency key for a call: the same for the same content, so that sending again after a lost answer invites nobody twice;
 * another one as soon as something was changed. `place`: where it is kept over a reload, one for each form.
 */
export function callKey(place: string, content: unknown): string {
  const text = JSON.stringify(content);
  const kept = readDraft<{ text: string; key: string }>(place);
  if (kept?.text === text) return kept.key;
  const key = newCallKey();
  writeDraft(place, { text, key });
  return key;
}

/** randomUUID exists only on https and loopback. */
export const newCallKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
