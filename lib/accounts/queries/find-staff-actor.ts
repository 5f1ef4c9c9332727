import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import type { StaffActor, StaffRole } from "@/lib/shared/actor";

/** What a user may be as staff of a tenant right now, or null. */
export async function findStaffActor(tenantId: string, userId: string): Promise<StaffActor | null> {
  const db = tenantClient(tenantId);
  const [staff, member] = await Promise.all([
    db.staff.findFirst({ where: { userId }, select: { id: true, role: true } }),
    db.member.findFirst({ where: { userId, suspendedAt: null }, select: { id: true } }),
  ]);
  if (!staff) return null;
  const grants = await db.staffGrant.findMany({
    where: { staffId: staff.id },
    select: { communityId: true },
  });
  return {
    kind: "staff",
    staffId: staff.id,
    userId,
    role: staff.role as StaffRole,
    memberId: member?.id ?? null,
    grantedCommunityIds: grants.map((grant) => grant.communityId),
  };
}
