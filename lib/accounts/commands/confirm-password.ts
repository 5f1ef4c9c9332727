import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { verifyPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import { forgetPoints } from "@/lib/platform/rate-limit";
import { invalidInput } from "@/lib/shared/refusal";
import { PASSWORD_PER_EMAIL } from "../rules";

/**
 * That whoever sits there is the user, by their password. Guessing is slowed as at the door.
 * @returns false: the user has no password
 * @throws Refusal `invalid_input` at `currentPassword` (`wrong_password`), `too_many_attempts`
 */
export async function confirmPassword(userId: string, currentPassword: string): Promise<boolean> {
  const { email, passwordHash } = await platformClient().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, passwordHash: true },
  });
  if (!passwordHash) return false;
  await countAttempt(PASSWORD_PER_EMAIL, email);
  if (!(await verifyPassword(currentPassword, passwordHash)))
    throw invalidInput({ path: "currentPassword", code: "wrong_password" });
  await forgetPoints(PASSWORD_PER_EMAIL, email);
  return true;
}
