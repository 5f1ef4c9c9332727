import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { publicUrl, secret } from "../env";

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

/** Starts a session in this browser, in the form of next-auth: the user's id and session version, encrypted. */
export async function startSession(user: { id: string; sessionVersion: number }): Promise<void> {
  const token = await encode({
    token: { sub: user.id, sessionVersion: user.sessionVersion },
    secret: secret(),
    maxAge: SESSION_SECONDS,
  });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}

/** Ends the session in this browser. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
