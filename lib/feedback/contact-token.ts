import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { publicUrl, secret } from "@/lib/platform/env";

export type LeftContact = { tenantId: string; feedbackId: string };

const FACTS_BYTES = 32;
const MAC_BYTES = 16;

/** Where somebody takes back the address that they left with an item (P16); it works for ever. */
export function contactUrl(left: LeftContact): string {
  return `${publicUrl()}/f/contact/${contactToken(left)}`;
}

export function contactToken({ tenantId, feedbackId }: LeftContact): string {
  const facts = Buffer.concat([bytesOf(tenantId), bytesOf(feedbackId)]);
  return Buffer.concat([facts, macOf(facts)]).toString("base64url");
}

/** What a token names; null when it is none of ours. */
export function readContactToken(token: string): LeftContact | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== FACTS_BYTES + MAC_BYTES) return null;
  const facts = bytes.subarray(0, FACTS_BYTES);
  if (!timingSafeEqual(macOf(facts), bytes.subarray(FACTS_BYTES))) return null;
  return { tenantId: idOf(facts.subarray(0, 16)), feedbackId: idOf(facts.subarray(16)) };
}

function macOf(facts: Buffer): Buffer {
  return createHmac("sha256", `feedback contact:${secret()}`).update(facts).digest().subarray(0, MAC_BYTES);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
