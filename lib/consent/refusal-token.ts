import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { publicUrl, secret } from "@/lib/platform/env";
import { CONSENT_CHANNELS, CONSENT_PURPOSES, type ConsentChannel, type ConsentPurpose } from "./types";

/** What a link in a message lets its holder refuse, without signing in (P16). */
export type Refusable = {
  tenantId: string;
  memberId: string;
  channel: ConsentChannel;
  purpose: ConsentPurpose;
};

const FACTS_BYTES = 34;
const MAC_BYTES = 16;

/** The two addresses of a link: a page that asks, and one that a mail program calls by itself (RFC 8058). */
export function refusalUrl(refusable: Refusable): { page: string; oneClick: string } {
  const page = `${publicUrl()}/unsubscribe/${refusalToken(refusable)}`;
  return { page, oneClick: `${page}/one-click` };
}

/** Names person, channel and purpose, signed; it works for ever, as a refusal must. */
export function refusalToken({ tenantId, memberId, channel, purpose }: Refusable): string {
  const facts = Buffer.concat([
    bytesOf(tenantId),
    bytesOf(memberId),
    Buffer.from([CONSENT_CHANNELS.indexOf(channel), CONSENT_PURPOSES.indexOf(purpose)]),
  ]);
  return Buffer.concat([facts, macOf(facts)]).toString("base64url");
}

/** What a token names; null when it is none of ours. */
export function readRefusalToken(token: string): Refusable | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== FACTS_BYTES + MAC_BYTES) return null;
  const facts = bytes.subarray(0, FACTS_BYTES);
  if (!timingSafeEqual(macOf(facts), bytes.subarray(FACTS_BYTES))) return null;
  const channel = CONSENT_CHANNELS[facts[32] ?? -1];
  const purpose = CONSENT_PURPOSES[facts[33] ?? -1];
  if (!channel || !purpose) return null;
  return { tenantId: idOf(facts.subarray(0, 16)), memberId: idOf(facts.subarray(16, 32)), channel, purpose };
}

function macOf(facts: Buffer): Buffer {
  return createHmac("sha256", `refusal:${secret()}`).update(facts).digest().subarray(0, MAC_BYTES);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
