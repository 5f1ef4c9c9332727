import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { platformClient } from "@/lib/platform/db/clients";
import type { Locale } from "@/lib/platform/i18n/locales";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { newId } from "@/lib/shared/ids";
import { signInMailJob } from "../jobs";
import { MAIL_PER_EMAIL, MAIL_PER_IP } from "../rules";

/**
 * Asks for a link or a code by mail. Who the address belongs to is looked up by the job, not here: the answer and its
 * time are the same for every address.
 * @returns the id under which a code can be tried.
 * @throws Refusal `too_many_attempts`.
 */
export async function requestSignIn(input: {
  purpose: "email_link" | "member_code";
  email: string;
  locale: Locale;
  ip: string | null;
  returnTo: string | null;
}): Promise<string> {
  await countAttempt(MAIL_PER_IP, input.ip ?? "unknown");
  await countAttempt(MAIL_PER_EMAIL, input.email);
  const tokenId = newId();
  const { purpose, email, locale, returnTo } = input;
  await enqueue(platformClient(), signInMailJob, { tokenId, purpose, email, locale, returnTo });
  return tokenId;
}
