import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { lookCookie } from "@/lib/platform/auth/cookie-shape";
import { isProduction, publicUrl, stripeSettings } from "@/lib/platform/env";
import { contentSecurityPolicy } from "@/lib/platform/http/security-headers";

const POLICY = "content-security-policy";
const KEPT_PAGES = /^\/m\/[^/]+(?:\/announcements\/[^/]+)?$/;
const TWO_YEARS_S = 63_072_000;

/** Gives every page its own nonce; Next reads it from the request's policy and puts it on the scripts it writes. */
export function proxy(request: NextRequest): NextResponse {
  const { localPort } = stripeSettings();
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString("base64"),
    isDevelopment: !isProduction(),
    formTargets: [
      "https://checkout.stripe.com",
      "https://billing.stripe.com",
      ...(localPort ? [`http://localhost:${localPort}`, `http://127.0.0.1:${localPort}`] : []),
    ],
  });
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  if (mayBeKept(request)) response.headers.set("aldeia-keep", "yes");
  if (publicUrl().startsWith("https:"))
    response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}`);
  return response;
}

/**
 * Whether a member's browser may keep the page for when there is no connection (public/sw.js): announcements alone, never what
 * somebody sees through a member's eyes (P15).
 */
function mayBeKept({ nextUrl, cookies }: NextRequest): boolean {
  return KEPT_PAGES.test(nextUrl.pathname) && nextUrl.search === "" && !cookies.has(lookCookie());
}

/** Pages only: what the API, the built files and the event streams answer runs no scripts. */
export const config = {
  matcher: [
    "/((?!api/|_next/|healthz|readyz|manifest\\.webmanifest|.*\\.(?:png|svg|ico|js|css|woff2|webp)$).*)",
  ],
};
