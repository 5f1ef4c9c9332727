import "server-only";
import { hashPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import { confirmPerson, type Proof } from "./confirm-person";
import type { SignedIn } from "./sign-in-with-password";

const SESSION = { id: true, sessionVersion: true } as const;

/**
 * A new password, by somebody who knows the old one, or who never had one and reads the mailbox. All other sessions end (X25).
 * @throws Refusal as `confirmPerson`.
 */
export async function changePassword(
  user: { id: string },
  input: Proof & { newPassword: string },
): Promise<SignedIn> {
  await confirmPerson(user.id, input);
  return platformClient().user.update({
    where: { id: user.id },
    data: { passwordHash: await hashPassword(input.newPassword), sessionVersion: { increment: 1 } },
    select: SESSION,
  });
}

/** Ends every session of a user, on all devices, and the notifications there, of every tenant. */
export async function signOutEverywhere(userId: string): Promise<void> {
  const platform = platformClient();
  await platform.$transaction([
    platform.user.update({
      where: { id: userId },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true },
    }),
    platform.$executeRaw`SELECT end_devices_of_user(${userId}::uuid)`,
  ]);
}

/** The name by which the team sees a user. */
export async function renameUser(userId: string, name: string): Promise<void> {
  await platformClient().user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}
