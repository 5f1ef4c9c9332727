import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { type Action, reachOf, type Tie, tieSuffices } from "./permissions";

/** Where an action happens, and the actor's own ties to that place through their member record. */
export type Standing = {
  communityId: string;
  role: "admin" | "member" | null;
  groupRole?: "admin" | "member" | null;
  isAuthor?: boolean;
};

/**
 * Whether an actor may do an action in a place: by a tie of their own (R3–R5), or as staff (R2). The one decision that
 * every policy asks (R1).
 * Refuses with `not_found` (a member to whom the place does not exist), `not_granted` (staff, not in this community),
 * `not_allowed`.
 */
export function may(actor: Actor, action: Action, standing: Standing): Decision {
  if (actor.kind === "system") return allowed;
  const ties = tiesOf(standing);
  if (ties.some((tie) => tieSuffices(tie, action))) return allowed;
  if (actor.kind === "member") return refused(ties.length > 0 ? "not_allowed" : "not_found");
  const decision = canAsStaff(actor, action, standing.communityId);
  if (decision.ok || ties.length > 0) return decision;
  // Outside of what is granted to them staff are told just that, whatever they wanted to do there.
  const seen = canAsStaff(actor, "communities.view", standing.communityId);
  return seen.ok ? decision : seen;
}

/** The ties of a standing: an admin is a member too, and whoever is in a group is in its community (H3). */
export function tiesOf({ role, groupRole = null, isAuthor = false }: Standing): Tie[] {
  const ties: Tie[] = [];
  if (role === "admin") ties.push("communityAdmin");
  if (groupRole === "admin") ties.push("groupAdmin");
  if (groupRole !== null) ties.push("groupMember");
  if (role !== null || groupRole !== null) ties.push("communityMember");
  if (isAuthor) ties.push("author");
  return ties;
}

/**
 * Whether an actor may do an action as staff, in a community if one is named. The jobs of the system may do what their
 * command does; members never act as staff.
 * Refuses with `not_allowed` (the role never may) or `not_granted` (not in this community, R2).
 */
export function canAsStaff(actor: Actor, action: Action, communityId?: string): Decision {
  if (actor.kind === "system") return allowed;
  if (actor.kind === "member") return refused("not_allowed");
  const reach = reachOf(actor.role, action);
  if (reach === "none") return refused("not_allowed");
  if (reach === "all" || communityId === undefined) return allowed;
  return actor.grantedCommunityIds.includes(communityId) ? allowed : refused("not_granted");
}

/** The communities an actor's staff action reaches: null means all of them. */
export function communitiesInReach(actor: Actor, action: Action): readonly string[] | null {
  if (actor.kind === "system") return null;
  if (actor.kind === "member") return [];
  const reach = reachOf(actor.role, action);
  if (reach === "all") return null;
  return reach === "granted" ? actor.grantedCommunityIds : [];
}
