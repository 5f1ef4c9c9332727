import "server-only";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { findMembersByEmail } from "../queries/find-members-by-email";
import { linkMembers } from "./link-members";
import type { SignedIn } from "./sign-in-with-password";

const SESSION = { id: true, sessionVersion: true } as const;

/**
 * The user of an address that was just proven; made on first use when a member bears it. Null when nobody does.
 *
 * An account that was opened with this address but never confirmed may be somebody else's trap: its password and its
 * sessions end here, so that whoever really reads the mailbox has it alone.
 */
export async function proveEmail(email: string): Promise<SignedIn | null> {
  const db = platformClient();
  const user = await db.user.findUnique({
    where: { email },
    select: { ...SESSION, emailVerifiedAt: true },
  });
  const proven = user?.emailVerifiedAt ? user : await firstProof(email, user?.id ?? null);
  if (!proven) return null;
  await linkMembers(proven.id, email);
  return { id: proven.id, sessionVersion: proven.sessionVersion };
}

async function firstProof(email: string, userId: string | null): Promise<SignedIn | null> {
  const db = platformClient();
  const emailVerifiedAt = new Date();
  if (userId) {
    return db.user.update({
      where: { id: userId },
      data: { emailVerifiedAt, passwordHash: null, sessionVersion: { increment: 1 } },
      select: SESSION,
    });
  }
  const [place] = await findMembersByEmail(email);
  if (!place) return null;
  const member = await tenantClient(place.tenantId).member.findFirst({
    where: { id: place.memberId },
    select: { name: true },
  });
  return db.user.upsert({
    where: { email },
    create: { id: newId(), email, name: member?.name.slice(0, 100) ?? "", emailVerifiedAt },
    update: { emailVerifiedAt },
    select: SESSION,
  });
}
