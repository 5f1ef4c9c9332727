import "server-only";
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

// OWASP password storage cheat sheet: argon2id with 19 MiB, 2 passes, 1 lane; about 53 ms here.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2("argon2id", { ...COST, message: password.normalize("NFC"), nonce }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

/** A password as it is stored: `argon2id$<salt>$<tag>` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, nonce);
  return `argon2id$${nonce.toString("base64url")}$${tag.toString("base64url")}`;
}

const DUMMY = `argon2id$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(32).toString("base64url")}`;

/** Whether a password fits its stored form. Without one it takes the same time and says no: no tell about who exists. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = "", expected = ""] = (stored ?? DUMMY).split("$");
  const tag = await derive(password, Buffer.from(salt, "base64url"));
  const wanted = Buffer.from(expected, "base64url");
  return tag.length === wanted.length && timingSafeEqual(tag, wanted) && stored !== null;
}
