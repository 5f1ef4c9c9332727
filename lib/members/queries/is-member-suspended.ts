import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** Whether a person is shut out; for pages that have found them. */
export async function isMemberSuspended({ db }: TenantContext, id: string): Promise<boolean> {
  return (await db.member.count({ where: { id, suspendedAt: { not: null } } })) > 0;
}
