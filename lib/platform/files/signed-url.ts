import "server-only";
import { createHmac } from "node:crypto";
import { secret } from "../env";
import { isSameText } from "../signature";

const DEFAULT_SECONDS = 3_600;

/**
 * The address of one file that works without signing in until it expires: for icons on public pages such as an
 * invitation. Bound to tenant and file.
 */
export function signedFileUrl(
  file: { slug: string; tenantId: string; id: string },
  now: Date,
  seconds = DEFAULT_SECONDS,
): string {
  const expires = Math.floor(now.getTime() / 1000) + seconds;
  const signature = signatureOf(file.tenantId, file.id, expires);
  return `/files/${file.slug}/${file.id}?expires=${expires}&signature=${signature}`;
}

/** Whether the query of an address carries a signature of ours for this file that has not expired. */
export function isSignedFor(
  file: { tenantId: string; id: string },
  query: URLSearchParams,
  now: Date,
): boolean {
  const expires = Number(query.get("expires"));
  if (!Number.isSafeInteger(expires) || expires * 1000 < now.getTime()) return false;
  return isSameText(query.get("signature") ?? "", signatureOf(file.tenantId, file.id, expires));
}

function signatureOf(tenantId: string, id: string, expires: number): string {
  return createHmac("sha256", `files:${secret()}`).update(`${tenantId}/${id}/${expires}`).digest("base64url");
}
