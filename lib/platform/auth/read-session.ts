import "server-only";
import { decode } from "next-auth/jwt";
import { secret } from "../env";
import { sessionCookie } from "./cookie-shape";

export type SessionClaim = { userId: string; sessionVersion: number };

/** What a request's session cookie claims, outside of Next; the caller compares the version with the user of now (X25). */
export async function readSession(cookieHeader: string | undefined): Promise<SessionClaim | null> {
  const { name } = sessionCookie();
  const pair = (cookieHeader ?? "").split(/;\s*/u).find((part) => part.startsWith(`${name}=`));
  if (!pair) return null;
  const token = await decode({
    token: decodeURIComponent(pair.slice(name.length + 1)),
    secret: secret(),
  }).catch(() => null);
  const version = token?.sessionVersion;
  return token?.sub && typeof version === "number" ? { userId: token.sub, sessionVersion: version } : null;
}
