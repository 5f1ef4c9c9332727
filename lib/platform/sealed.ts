import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { encryptionKeys } from "./env";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a secret of others for keeping (P17): AES-256-GCM under the newest key of the environment, bound to what it is for,
 * so that it cannot be moved to another place or tenant. The key's name stands in front: older keys still open it.
 */
export function seal(text: string, purpose: string): string {
  const [key] = keys();
  if (!key) throw new Error("no key to seal with");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, key.name, sealed.toString("base64url")].join(".");
}

/** Opens what was sealed for the same purpose. @throws Error when its key is gone, or it was changed or moved */
export function unseal(sealed: string, purpose: string): string {
  const [version, name, body = ""] = sealed.split(".");
  const key = keys().find((each) => each.name === name);
  if (version !== VERSION || !key)
    throw new Error("a secret was sealed with a key that is not in ALDEIA_ENCRYPTION_KEYS any more");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return text.toString("utf8");
}

function keys(): { name: string; bytes: Buffer }[] {
  return encryptionKeys().map((text) => {
    const bytes = Buffer.from(hkdfSync("sha256", text, "", "sealed", 32));
    return { name: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
  });
}
