import { canViewCommunity } from "@/lib/communities/policy";
import type { GroupStanding } from "@/lib/groups/policy";
import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

export type InviteStanding = Pick<GroupStanding, "communityId" | "role"> & {
  groupRole: GroupStanding["groupRole"];
};

/**
 * Making, listing and revoking invites and deciding requests: staff who manage invites, community admins, and the admins
 * of the room that the invite or request names (R3, R4).
 */
export function canManageInvites(actor: Actor, standing: InviteStanding): Decision {
  if (standing.role === "admin" || standing.groupRole === "admin") return allowed;
  const seen = canViewCommunity(actor, standing);
  return seen.ok ? canAsStaff(actor, "invites.manage", standing.communityId) : seen;
}
