import "server-only";
import { hashToken, newCode, newToken } from "@/lib/platform/auth/tokens";
import { platformClient } from "@/lib/platform/db/clients";
import type { Locale } from "@/lib/platform/i18n/locales";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { signInMail } from "../mails";
import { findMembersByEmail } from "../queries/find-members-by-email";
import { SECRET_MINUTES } from "../rules";

export type SignInMailRequest = {
  tokenId: string;
  purpose: keyof typeof SECRET_MINUTES;
  email: string;
  locale: Locale;
  returnTo: string | null;
};

/**
 * Makes a secret for an address and mails it, if the address is a user's or a member's; for any other nothing happens.
 * Older secrets of the same kind end. Only the hash is kept, so a repetition makes a new secret under the same id.
 */
export async function sendSignInMail({ tokenId, purpose, email, ...mail }: SignInMailRequest): Promise<void> {
  if (!(await isKnown(email))) return;
  const isCode = purpose === "member_code" || purpose === "confirm_code";
  const secret = isCode ? newCode() : newToken();
  const tokenHash = isCode ? hashCode(tokenId, secret) : hashToken(secret);
  const now = Date.now();
  await platformClient().$transaction(async (db) => {
    await db.signInToken.deleteMany({
      where: { OR: [{ email, purpose }, { expiresAt: { lt: new Date(now) } }] },
    });
    await db.signInToken.create({
      data: {
        id: tokenId,
        purpose,
        email,
        tokenHash,
        expiresAt: new Date(now + SECRET_MINUTES[purpose] * 60_000),
      },
    });
    await sendMail(db, { to: email, ...signInMail({ purpose, secret, ...mail }) });
  });
}

/** A code is short: its hash is tied to the request, so that equal codes of two people differ. */
export function hashCode(tokenId: string, code: string): string {
  return hashToken(`${tokenId}:${code}`);
}

async function isKnown(email: string): Promise<boolean> {
  const user = await platformClient().user.findUnique({ where: { email }, select: { id: true } });
  return user !== null || (await findMembersByEmail(email)).length > 0;
}
