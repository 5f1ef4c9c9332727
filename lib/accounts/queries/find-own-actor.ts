import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import type { MemberActor, StaffActor } from "@/lib/shared/actor";
import { findStaffActor } from "./find-staff-actor";

/** What a user is in a tenant right now: staff, else a member, else null. */
export async function findOwnActor(
  tenantId: string,
  userId: string,
): Promise<StaffActor | MemberActor | null> {
  return (await findStaffActor(tenantId, userId)) ?? (await findMemberActor(tenantId, userId));
}

/** The member that a user is in a tenant right now, unless suspended; or null. */
export async function findMemberActor(tenantId: string, userId: string): Promise<MemberActor | null> {
  const member = await tenantClient(tenantId).member.findFirst({
    where: { userId, suspendedAt: null },
    select: { id: true },
  });
  return member && { kind: "member", memberId: member.id, userId };
}
