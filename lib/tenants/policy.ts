import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { reachOf, type StaffAction } from "./permissions";

/**
 * Whether an actor may do a staff action, in a community if one is named. The jobs of the system may do what their
 * command does; members are judged by the policies of communities and groups.
 * Refuses with `not_allowed` (the role never may) or `not_granted` (not in this community, R2).
 */
export function canAsStaff(actor: Actor, action: StaffAction, communityId?: string): Decision {
  if (actor.kind === "system") return allowed;
  if (actor.kind === "member") return refused("not_allowed");
  const reach = reachOf(actor.role, action);
  if (reach === "none") return refused("not_allowed");
  if (reach === "all" || communityId === undefined) return allowed;
  return actor.grantedCommunityIds.includes(communityId) ? allowed : refused("not_granted");
}

/** The communities an actor's staff action reaches: null means all of them. */
export function communitiesInReach(actor: Actor, action: StaffAction): readonly string[] | null {
  if (actor.kind === "system") return null;
  if (actor.kind === "member") return [];
  const reach = reachOf(actor.role, action);
  if (reach === "all") return null;
  return reach === "granted" ? actor.grantedCommunityIds : [];
}
