import { hash, verify } from "@node-rs/argon2";

/** OWASP ASVS V11.4.2: argon2id, 19 MiB, t=2, p=1. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NFC first, so that a password typed on another keyboard stays the same password (NIST SP 800-63B-4). */
const normal = (password: string) => password.normalize("NFC");

/** Takes about 30 ms: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

let decoy: Promise<string> | undefined;

/** Without a stored hash it takes as long and answers false: nobody learns from the time whether an account exists. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const isRight = await verify(stored ?? (await decoy), normal(password));
  return isRight && stored !== null;
}
