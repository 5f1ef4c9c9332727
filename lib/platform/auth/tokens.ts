import "server-only";
import { createHash, randomBytes, randomInt } from "node:crypto";

/** A secret that cannot be guessed: 256 bits as text for URLs. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A code to type: six digits. Safe only together with few attempts and a short life. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What is kept of a token or code: its hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const TENANT_PREFIX = 22;

/** A token that names its tenant, so that it is looked up inside that tenant only: `<tenant><secret>`. */
export function newTenantToken(tenantId: string): string {
  return Buffer.from(tenantId.replaceAll("-", ""), "hex").toString("base64url") + newToken();
}

/** The tenant that a token names, or null when it is not one of ours. */
export function tenantOfToken(token: string): string | null {
  const bytes = Buffer.from(token.slice(0, TENANT_PREFIX), "base64url");
  if (token.length <= TENANT_PREFIX || bytes.length !== 16) return null;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
