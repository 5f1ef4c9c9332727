import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { secret } from "../env";
import { SESSION_SECONDS, sessionCookie } from "./cookie-shape";

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
