import { canonicalPhone, parsePhone } from "./phone-rules";
import type { IdentifierKind } from "./types";

export type ReadIdentifier = { kind: IdentifierKind; value: string; canonical: string };
export type IdentifierError = "invalid_phone" | "invalid_email" | "invalid_whatsapp" | "invalid_username";
export type IdentifierResult =
  | { ok: true; identifier: ReadIdentifier }
  | { ok: false; code: IdentifierError };

const MAX_LENGTH = 320;

/**
 * Reads an identifier as typed: `value` is what is shown (a phone in E.164, nothing corrected), `canonical` is the one
 * form that is unique in the tenant (X20). `country` is the tenant's, for numbers written without one.
 */
export function readIdentifier(kind: IdentifierKind, typed: string, country: string): IdentifierResult {
  if (typed.length > MAX_LENGTH) return { ok: false, code: `invalid_${kind}` };
  switch (kind) {
    case "phone":
      return readPhone(typed, country);
    case "email":
      return readEmail(typed);
    case "whatsapp":
      return readWhatsapp(typed);
    case "username":
      return readUsername(typed);
  }
}

/** The key under which an identifier is unique. */
export function identifierKey({ kind, canonical }: { kind: string; canonical: string }): string {
  return `${kind}:${canonical}`;
}

function readPhone(typed: string, country: string): IdentifierResult {
  const phone = parsePhone(typed, country);
  if (!phone.ok) return { ok: false, code: "invalid_phone" };
  return found("phone", phone.e164, canonicalPhone(phone.e164));
}

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

function readEmail(typed: string): IdentifierResult {
  const email = typed.normalize("NFC").trim().toLowerCase();
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  const labels = email.slice(at + 1).split(".");
  const good =
    email.length <= 254 &&
    LOCAL_PART.test(local) &&
    !/^\.|\.$|\.\./u.test(local) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label));
  return good ? found("email", email, email) : { ok: false, code: "invalid_email" };
}

/** A WhatsApp id is a number's digits or an opaque id of the business (X21). */
function readWhatsapp(typed: string): IdentifierResult {
  const id = typed.trim().replace(/@(?:s\.whatsapp\.net|c\.us)$/u, "");
  const digits = /^\+?(\d{7,15})$/u.exec(id)?.[1];
  if (digits) return found("whatsapp", digits, canonicalPhone(`+${digits}`).slice(1));
  return /^[\w.:+-]{3,128}$/u.test(id) ? found("whatsapp", id, id) : { ok: false, code: "invalid_whatsapp" };
}

function readUsername(typed: string): IdentifierResult {
  const username = typed.normalize("NFC").trim().replace(/^@/u, "");
  return /^[\p{L}\p{N}._-]{1,64}$/u.test(username)
    ? found("username", username, username.toLowerCase())
    : { ok: false, code: "invalid_username" };
}

function found(kind: IdentifierKind, value: string, canonical: string): IdentifierResult {
  return { ok: true, identifier: { kind, value, canonical } };
}
