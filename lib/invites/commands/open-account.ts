import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { newId } from "@/lib/shared/ids";

export type OpenedAccount = { id: string; sessionVersion: number };

/**
 * Opens an account for somebody who has just come in with an address that nobody has: they are signed in at once, and the
 * address stays unproven. Null when the address has an account: typing it proves nothing.
 */
export async function openAccount(
  ctx: TenantContext,
  person: { memberId: string; email: string; name: string },
): Promise<OpenedAccount | null> {
  const id = newId();
  try {
    await platformClient().user.create({
      data: { id, email: person.email, name: person.name.slice(0, 100) },
      select: { id: true },
    });
  } catch (error) {
    if (violatedUnique(error)) return null;
    throw error;
  }
  await ctx.db.member.updateMany({ where: { id: person.memberId, userId: null }, data: { userId: id } });
  return { id, sessionVersion: 1 };
}
