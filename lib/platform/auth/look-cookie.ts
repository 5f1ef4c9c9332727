import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { secret } from "../env";
import { lookCookie, usesHttps } from "./cookie-shape";

/** How long a look through somebody's eyes lasts; whoever wants to go on looks again, and is recorded again. */
export const LOOK_SECONDS = 30 * 60;

// Its own key: what opens the one cookie does not open the other.
const SALT = "see-as";

export type Look = { userId: string; tenantId: string; memberId: string };

/** Keeps in this browser through whose eyes a user looks at a tenant's portal. It grants nothing: rights are read anew each time. */
export async function keepLook(slug: string, { userId, ...seen }: Look): Promise<void> {
  const token = { sub: userId, ...seen };
  const value = await encode({ token, secret: secret(), salt: SALT, maxAge: LOOK_SECONDS });
  (await cookies()).set(lookCookie(), value, { ...optionsFor(slug), maxAge: LOOK_SECONDS });
}

/** Ends the look in this browser. */
export async function dropLook(slug: string): Promise<void> {
  (await cookies()).set(lookCookie(), "", { ...optionsFor(slug), maxAge: 0 });
}

/** The member whom this user looks through in this tenant, or null. */
export async function readLook({ userId, tenantId }: Omit<Look, "memberId">): Promise<string | null> {
  const value = (await cookies()).get(lookCookie())?.value;
  if (!value) return null;
  // What was not made by us, or has run out, is none.
  const token = await decode({ token: value, secret: secret(), salt: SALT }).catch(() => null);
  const isOurs = token?.sub === userId && token.tenantId === tenantId && typeof token.memberId === "string";
  return isOurs ? String(token.memberId) : null;
}

/** Only the portal of this tenant gets it. */
function optionsFor(slug: string) {
  return { httpOnly: true, sameSite: "strict", path: `/m/${slug}`, secure: usesHttps() } as const;
}
