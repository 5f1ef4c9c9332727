import type { Limit } from "@/lib/platform/rate-limit";
import type { StaffRole } from "@/lib/shared/actor";

// The numbers of signing in. OWASP ASVS 2.2.1: online guessing is slowed for the account and for the source.
export const PASSWORD_PER_EMAIL: Limit = { name: "password_email", points: 10, perSeconds: 15 * 60 };
export const PASSWORD_PER_IP: Limit = { name: "password_ip", points: 60, perSeconds: 15 * 60 };
export const MAIL_PER_EMAIL: Limit = { name: "mail_email", points: 6, perSeconds: 60 * 60 };
export const MAIL_PER_IP: Limit = { name: "mail_ip", points: 60, perSeconds: 60 * 60 };
export const CODE_PER_IP: Limit = { name: "code_ip", points: 60, perSeconds: 15 * 60 };
export const SIGN_UP_PER_IP: Limit = { name: "sign_up_ip", points: 30, perSeconds: 60 * 60 };

export const CODE_ATTEMPTS = 5;

/** How long each secret sent by mail lives. */
export const SECRET_MINUTES = {
  email_link: 15,
  member_code: 10,
  confirm_code: 10,
  verify_email: 3 * 24 * 60,
} as const;
export const INVITATION_DAYS = 7;

/** Where somebody may be sent after signing in: a path of ours, or null. Never another host, never the API. */
export function ownPath(wanted: string | null | undefined): string | null {
  if (!wanted?.startsWith("/") || wanted.length > 2_000) return null;
  const base = "http://aldeia.invalid";
  if (!URL.canParse(wanted, base)) return null;
  const url = new URL(wanted, base);
  // `//host`, `/\host` and their kind resolve to another host.
  if (url.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return null;
  return url.pathname + url.search + url.hash;
}

/** The tenant of a path of the portal, or null: `/m/aurora/ideas` is of `aurora`. */
export function portalSlug(path: string | null): string | null {
  return /^\/m\/([a-z0-9-]{2,40})(?:[/?#]|$)/.exec(path ?? "")?.[1] ?? null;
}

/** A slug for a name as a proposal: "Padaria da Dona Inês" becomes `padaria-da-dona-ines`. */
export function proposeSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}

/** Whether a role works only in communities granted to it: owners and admins need none, finance may have none (R2). */
export function needsGrants(role: StaffRole): boolean {
  return role === "marketer" || role === "agent";
}
