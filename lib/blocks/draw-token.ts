import "server-only";
import { z } from "zod";

const ID_BYTES = 16;
const uuid = z.uuid();

/** Where anybody checks a draw. */
export function drawPath(tenantId: string, blockId: string): string {
  return `/draws/${drawToken(tenantId, blockId)}`;
}

/** The address of a draw's public page names its tenant and its block, and nothing else. */
export function drawToken(tenantId: string, blockId: string): string {
  return Buffer.from(`${tenantId}${blockId}`.replaceAll("-", ""), "hex").toString("base64url");
}

/** What a token names; null when it is none. */
export function readDrawToken(token: string): { tenantId: string; blockId: string } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * ID_BYTES || bytes.toString("base64url") !== token) return null;
  const [tenantId, blockId] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)].map(toUuid);
  const isBoth = uuid.safeParse(tenantId).success && uuid.safeParse(blockId).success;
  return tenantId && blockId && isBoth ? { tenantId, blockId } : null;
}

function toUuid(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
