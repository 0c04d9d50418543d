import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync } from "node:crypto";
import { makeNonces } from "./nonces.js";

/** Seals what must be read again later (a link's secret on its way to the mail) with the installation's key. */
export interface SecretBox {
  /** AES-256-GCM: "keyId.nonce.ciphertext.tag", base64url parts; `about` (a row's id) is bound to it and needed to open it. */
  seal(plain: string, about: string): string;
  /** Throws when the text was changed, belongs to another row, or was sealed with neither this key nor the former one. */
  open(sealed: string, about: string): string;
  /** Whether it was sealed with the key that is in use, and not with the former one. */
  isCurrent(sealed: string): boolean;
  /** Recognises the key without telling it. */
  readonly fingerprint: string;
  /** A value of the key's own for one purpose: the same after every restart. */
  derive(purpose: string, bytes: number): Buffer;
}

/** The installation's: what seals, and how numbers are recognised without being told. */
export interface Secrets extends SecretBox {
  /**
   * The same for the same text, and nothing to whoever lacks the key: two people with one document are seen, and no list of
   * numbers can be tried out on a copy of the database.
   */
  keyedHash(text: string): string;
}

/** `former`: the key before this one, with which what was sealed then is still opened. */
export function makeSecretBox(key: Buffer, former: Buffer | null = null): SecretBox {
  const earlier = former && makeSecretBox(former);
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), purpose, bytes));
  // as a key object: given as bytes, it is unpacked anew for every text
  const sealing = createSecretKey(derive("seal", 32));
  const nextNonce = makeNonces(12);
  const fingerprint = createHash("sha256").update(derive("fingerprint", 32)).digest("base64url").slice(0, 22);
  const keyId = fingerprint.slice(0, 6);
  const isCurrent = (sealed: string) => sealed.startsWith(`${keyId}.`);
  return {
    fingerprint,
    isCurrent,
    derive,
    seal(plain, about) {
      const nonce = nextNonce();
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
      cipher.setAAD(Buffer.from(about));
      const text = cipher.update(plain, "utf8").toString("base64url");
      // a stream cipher's last block is empty; this ends it all the same
      cipher.final();
      return `${keyId}.${nonce.toString("base64url")}.${text}.${cipher.getAuthTag().toString("base64url")}`;
    },
    open(sealed, about) {
      if (earlier && !isCurrent(sealed)) return earlier.open(sealed, about);
      const [id, nonce, text, tag] = sealed.split(".");
      if (id !== keyId || !nonce || text === undefined || !tag) throw new Error("sealed with another key");
      const decipher = createDecipheriv("aes-256-gcm", sealing, Buffer.from(nonce, "base64url"));
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
    },
  };
}
