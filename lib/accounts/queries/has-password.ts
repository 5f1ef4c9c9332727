import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

/** Whether a user signs in by password, or by e-mail only. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await platformClient().user.count({ where: { id: userId, passwordHash: { not: null } } })) > 0;
}
