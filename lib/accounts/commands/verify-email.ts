import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { hashToken } from "@/lib/platform/auth/tokens";
import { platformClient } from "@/lib/platform/db/clients";
import type { Locale } from "@/lib/platform/i18n/locales";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { signInMailJob } from "../jobs";
import { MAIL_PER_EMAIL } from "../rules";
import { linkMembers } from "./link-members";

/** Mails a new account's address a link to confirm it. @throws Refusal `too_many_attempts`. */
export async function requestVerification(email: string, locale: Locale): Promise<void> {
  await countAttempt(MAIL_PER_EMAIL, email);
  const request = { tokenId: newId(), purpose: "verify_email" as const, email, locale, returnTo: null };
  await enqueue(platformClient(), signInMailJob, request, { key: `verify:${email}` });
}

/**
 * Confirms the address of an account by the mailed secret, on the word of its reader that they opened the account: the
 * password stays. @throws Refusal `link_used_up`.
 */
export async function verifyEmail(token: string): Promise<void> {
  const db = platformClient();
  const [taken] = await db.$queryRaw<{ email: string }[]>`
    DELETE FROM sign_in_tokens WHERE purpose = 'verify_email' AND token_hash = ${hashToken(token)} AND expires_at > now()
    RETURNING email`;
  if (!taken) throw new Refusal("link_used_up");
  const user = await db.user.update({
    where: { email: taken.email },
    data: { emailVerifiedAt: new Date() },
    select: { id: true },
  });
  await linkMembers(user.id, taken.email);
}
