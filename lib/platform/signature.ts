import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether `sha256=…` is the HMAC of these bytes by a secret: how mail providers and Meta sign their webhooks. */
export function isSignedBy(secret: string, raw: Buffer, signature: string): boolean {
  return isSameText(signature, `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`);
}
