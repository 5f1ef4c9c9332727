import "server-only";
import { verifyPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";

/** The user whose password this is, or null: the same answer and time for an unknown address and a wrong password. */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<{ id: string; email: string } | null> {
  const user = await platformClient().user.findUnique({
    where: { email: email.trim().toLowerCase().slice(0, 320) },
    select: { id: true, email: true, passwordHash: true },
  });
  const fits = await verifyPassword(password.slice(0, 1_000), user?.passwordHash ?? null);
  return user && fits ? { id: user.id, email: user.email } : null;
}
