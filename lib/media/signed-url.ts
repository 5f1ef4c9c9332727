import "server-only";
import { createHmac } from "node:crypto";
import { publicUrl, secret } from "@/lib/platform/env";
import { isSameText } from "@/lib/platform/signature";
import type { MediaOwner } from "./types";

/** Where a medium is fetched: by who is signed in and may see it, or with a signature of ours. */
export function mediaPath(slug: string, id: string): string {
  return `/media/${slug}/${id}`;
}

export type SignedLink = { tenantId: string; slug: string; id: string; owner: MediaOwner };

const HOUR_MS = 3_600_000;

/**
 * An address that works without signing in until it expires, or until what shows the medium is no more: for mail, for WhatsApp, for
 * notifications. The same within an hour, so that whoever fetches it for many people fetches it once. `jpeg` of pictures.
 */
export function signedMediaUrl({ tenantId, slug, id, owner }: SignedLink, now: Date, days: number): string {
  const expires = Math.ceil(now.getTime() / HOUR_MS + days * 24) * 3_600;
  const query = new URLSearchParams({
    owner: `${owner.kind}.${owner.id}`,
    expires: String(expires),
    signature: signatureOf({ tenantId, id, owner, expires }),
  });
  return `${publicUrl()}${mediaPath(slug, id)}?${query}`;
}

/** What a good signature that has not expired says shows the medium; null without one. */
export function ownerSignedFor(
  { tenantId, id }: { tenantId: string; id: string },
  query: URLSearchParams,
  now: Date,
): MediaOwner | null {
  const expires = Number(query.get("expires"));
  if (!Number.isSafeInteger(expires) || expires * 1_000 < now.getTime()) return null;
  const [kind = "", ownerId = ""] = (query.get("owner") ?? "").split(".");
  const owner = { kind: kind as MediaOwner["kind"], id: ownerId };
  const isGood = isSameText(query.get("signature") ?? "", signatureOf({ tenantId, id, owner, expires }));
  return isGood ? owner : null;
}

type Signed = { tenantId: string; id: string; owner: MediaOwner; expires: number };

function signatureOf({ tenantId, id, owner, expires }: Signed): string {
  const signed = `${tenantId}/${id}/${owner.kind}.${owner.id}/${expires}`;
  return createHmac("sha256", `media:${secret()}`).update(signed).digest("base64url");
}
