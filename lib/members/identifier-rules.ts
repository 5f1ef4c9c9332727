import { canonicalPhone, parsePhone } from "./phone-rules";
import type { IdentifierKind } from "./types";

/** `typed` is what was written, kept beside what it was read as (X20). */
export type ReadIdentifier = { kind: IdentifierKind; value: string; canonical: string; typed: string };
export type IdentifierError = "invalid_phone" | "invalid_email" | "invalid_whatsapp" | "invalid_username";
export type IdentifierResult =
  | { ok: true; identifier: ReadIdentifier }
  | { ok: false; code: IdentifierError };

const MAX_LENGTH = 320;

/**
 * Reads an identifier: its `value` is what is shown (a phone in E.164, nothing corrected), `canonical` is the one
 * form that is unique in the tenant (X20). `country` is the tenant's, for numbers written without one; `typed` what stood where
 * the value was taken from.
 */
export function readIdentifier(
  kind: IdentifierKind,
  value: string,
  country: string,
  typed = value,
): IdentifierResult {
  if (value.length > MAX_LENGTH) return { ok: false, code: `invalid_${kind}` };
  const result = readAs(kind, value, country);
  if (!result.ok) return result;
  return { ok: true, identifier: { ...result.identifier, typed: typed.trim().slice(0, MAX_LENGTH) } };
}

type Read = { ok: true; identifier: Omit<ReadIdentifier, "typed"> } | { ok: false; code: IdentifierError };

function readAs(kind: IdentifierKind, typed: string, country: string): Read {
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

function readPhone(typed: string, country: string): Read {
  const phone = parsePhone(typed, country);
  if (!phone.ok) return { ok: false, code: "invalid_phone" };
  return found("phone", phone.e164, canonicalPhone(phone.e164));
}

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

function readEmail(typed: string): Read {
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
function readWhatsapp(typed: string): Read {
  const id = typed.trim().replace(/@(?:s\.whatsapp\.net|c\.us)$/u, "");
  const digits = /^\+?(\d{7,15})$/u.exec(id)?.[1];
  if (digits) return found("whatsapp", digits, canonicalPhone(`+${digits}`).slice(1));
  return /^[\w.:+-]{3,128}$/u.test(id) ? found("whatsapp", id, id) : { ok: false, code: "invalid_whatsapp" };
}

function readUsername(typed: string): Read {
  const username = typed.normalize("NFC").trim().replace(/^@/u, "");
  return /^[\p{L}\p{N}._-]{1,64}$/u.test(username)
    ? found("username", username, username.toLowerCase())
    : { ok: false, code: "invalid_username" };
}

function found(kind: IdentifierKind, value: string, canonical: string): Read {
  return { ok: true, identifier: { kind, value, canonical } };
}
