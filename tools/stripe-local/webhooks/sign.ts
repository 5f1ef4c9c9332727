import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header: the time and the HMAC-SHA256 of time and body. */
export const signatureHeader = (payload: string, secret: string, at: number): string =>
  `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex")}`;
