import "server-only";
import { hashPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import { confirmPassword } from "./confirm-password";
import type { SignedIn } from "./sign-in-with-password";

const SESSION = { id: true, sessionVersion: true } as const;

/**
 * A new password, by somebody who knows the old one or never had one. All other sessions end (X25).
 * @throws Refusal `invalid_input` at `currentPassword` (`wrong_password`), `too_many_attempts`.
 */
export async function changePassword(
  user: { id: string },
  input: { currentPassword: string; newPassword: string },
): Promise<SignedIn> {
  await confirmPassword(user.id, input.currentPassword);
  return platformClient().user.update({
    where: { id: user.id },
    data: { passwordHash: await hashPassword(input.newPassword), sessionVersion: { increment: 1 } },
    select: SESSION,
  });
}

/** Ends every session of a user, on all devices. */
export async function signOutEverywhere(userId: string): Promise<void> {
  await platformClient().user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
}

/** The name by which the team sees a user. */
export async function renameUser(userId: string, name: string): Promise<void> {
  await platformClient().user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}
