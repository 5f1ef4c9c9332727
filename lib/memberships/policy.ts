import type { MembershipRole } from "@/lib/communities/types";
import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Members may ask; what they see of whom, the list narrows. Staff need the right to see members (R2). */
export function canListMemberships(actor: Actor, communityId: string): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "members.view", communityId);
}

/** Staff who may ask at all, and community admins, see everybody there (P6–P8). */
export function seesEverybody(actor: Actor, communityRole: MembershipRole | null): boolean {
  return actor.kind !== "member" || communityRole === "admin";
}
