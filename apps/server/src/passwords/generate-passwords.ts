import { hashPassword } from "./password-hash.js";
import { generatePassword } from "./temporary-password.js";

/** A password with its hash. */
export interface HashedPassword {
  readonly password: string;
  readonly hash: string;
}

/** Makes up passwords, one after the other: hashing many side by side would keep everybody's sign-in waiting. */
export async function generatePasswords(count: number): Promise<HashedPassword[]> {
  const passwords: HashedPassword[] = [];
  for (let i = 0; i < count; i++) {
    const password = generatePassword();
    passwords.push({ password, hash: await hashPassword(password) });
  }
  return passwords;
}
