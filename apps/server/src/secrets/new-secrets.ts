import { hash, randomBytes } from "node:crypto";

/** 256 random bits, base64url: 43 characters. */
const secretBytes = 32;

/** What is stored in place of a secret: its SHA-256, base64url. */
export const hashSecret = (secret: string): string => hash("sha256", secret, "base64url");

export interface NewSecret {
  secret: string;
  hash: string;
}

/** Many at once: one call for randomness. */
export function newSecrets(count: number): NewSecret[] {
  const bytes = randomBytes(secretBytes * count);
  return Array.from({ length: count }, (_, i) => {
    const secret = bytes.subarray(i * secretBytes, (i + 1) * secretBytes).toString("base64url");
    return { secret, hash: hashSecret(secret) };
  });
}

export const newSecret = (): NewSecret => newSecrets(1)[0] as NewSecret;
