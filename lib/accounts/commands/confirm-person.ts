import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { verifyPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import type { Locale } from "@/lib/platform/i18n/locales";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { forgetPoints } from "@/lib/platform/rate-limit";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { signInMailJob } from "../jobs";
import { CODE_ATTEMPTS, MAIL_PER_EMAIL, PASSWORD_PER_EMAIL } from "../rules";
import { hashCode } from "./send-sign-in-mail";

/** What proves that somebody sits there: the password of an account that has one, else a code mailed a moment ago. */
export type Proof = { currentPassword: string; code: string };

/**
 * That whoever sits there is the user, and not somebody who found their session open. A password that was set a moment ago
 * would prove nothing, so an account without one proves it by its mailbox. Guessing is slowed as at the door.
 * @throws Refusal `invalid_input` at `currentPassword` (`wrong_password`) or `code` (`code_needed`, `wrong_code`: also for an
 * old and a used one), `too_many_attempts`
 */
export async function confirmPerson(userId: string, proof: Proof): Promise<void> {
  const { email, passwordHash } = await platformClient().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, passwordHash: true },
  });
  if (passwordHash === null) return await takeCode(email, proof.code);
  await countAttempt(PASSWORD_PER_EMAIL, email);
  if (!(await verifyPassword(proof.currentPassword, passwordHash)))
    throw invalidInput({ path: "currentPassword", code: "wrong_password" });
  await forgetPoints(PASSWORD_PER_EMAIL, email);
}

/** Mails a user the code that proves to be there; the one before it ends. @throws Refusal `too_many_attempts` */
export async function requestCode(userId: string, locale: Locale): Promise<void> {
  const db = platformClient();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await countAttempt(MAIL_PER_EMAIL, email);
  const purpose = "confirm_code";
  await enqueue(db, signInMailJob, { tokenId: newId(), purpose, email, locale, returnTo: null });
}

/** Every try counts before it is compared, and the one that fits uses the code up. */
async function takeCode(email: string, code: string): Promise<void> {
  if (code === "") throw invalidInput({ path: "code", code: "code_needed" });
  const db = platformClient();
  const [tried] = await db.$queryRaw<{ id: string }[]>`
    UPDATE sign_in_tokens SET attempts = attempts + 1
    WHERE purpose = 'confirm_code' AND email = ${email} AND expires_at > now() AND attempts < ${CODE_ATTEMPTS}
    RETURNING id`;
  const used = tried
    ? await db.$executeRaw`
        DELETE FROM sign_in_tokens WHERE id = ${tried.id}::uuid AND token_hash = ${hashCode(tried.id, code)}`
    : 0;
  if (used === 0) throw invalidInput({ path: "code", code: "wrong_code" });
}
