import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { verifyPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import { forgetPoints, returnPoint } from "@/lib/platform/rate-limit";
import { PASSWORD_PER_EMAIL, PASSWORD_PER_IP } from "../rules";
import { linkMembers } from "./link-members";

export type SignedIn = { id: string; sessionVersion: number };

/**
 * The user whose password this is, or null: the same answer and time for an unknown address and a wrong password.
 * @throws Refusal `too_many_attempts` when this address or this source has guessed too often.
 */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  ip: string | null;
}): Promise<SignedIn | null> {
  const email = input.email.trim().toLowerCase().slice(0, 320);
  const source = input.ip ?? "unknown";
  await countAttempt(PASSWORD_PER_IP, source);
  await countAttempt(PASSWORD_PER_EMAIL, email);
  const user = await platformClient().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, emailVerifiedAt: true },
  });
  const fits = await verifyPassword(input.password.slice(0, 1_000), user?.passwordHash ?? null);
  if (!user || !fits) return null;
  await returnPoint(PASSWORD_PER_IP, source);
  await forgetPoints(PASSWORD_PER_EMAIL, email);
  if (user.emailVerifiedAt) await linkMembers(user.id, email);
  return { id: user.id, sessionVersion: user.sessionVersion };
}
