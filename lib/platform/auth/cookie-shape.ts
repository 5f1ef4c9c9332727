import "server-only";
import { publicUrl } from "../env";

// Apart from what sets the cookie: the event streams read it before Next is loaded, and must not load `next/headers`.

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Whether browsers reach us by https: then the cookies are `Secure` and bear the prefix that says so. */
export function usesHttps(): boolean {
  return publicUrl().startsWith("https:");
}

/** The session cookie as next-auth reads it, and as we set it: never readable by scripts, never sent across sites. */
export function sessionCookie() {
  return {
    name: `${usesHttps() ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() },
  } as const;
}

/** The name of the cookie that keeps through whose eyes somebody looks at a portal. */
export function lookCookie(): string {
  return `${usesHttps() ? "__Secure-" : ""}aldeia.see-as`;
}
