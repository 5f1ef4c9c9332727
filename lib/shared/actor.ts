export type StaffRole = "owner" | "admin" | "marketer" | "finance" | "agent";

export const STAFF_ROLES: readonly StaffRole[] = ["owner", "admin", "marketer", "finance", "agent"];

/** Who acts. A key acts for the staff user who made it. */
export type Actor = StaffActor | MemberActor | SystemActor;

export type StaffActor = {
  kind: "staff";
  staffId: string;
  userId: string;
  role: StaffRole;
  /** The staff user's own member record in this tenant, if any. */
  memberId: string | null;
  /** Communities granted to a marketer or agent (R2); owners and admins need none. */
  grantedCommunityIds: readonly string[];
  apiKey?: { id: string; scopes: readonly string[] };
};

export type MemberActor = { kind: "member"; memberId: string; userId: string | null; seenBy?: Look };

/**
 * Somebody looks through a member's eyes (P15): nothing may be written. An admin of communities sees of the member's life
 * what happens within these alone; null is all of it.
 */
export type Look = { userId: string; within: readonly string[] | null };

export type SystemActor = { kind: "system"; purpose: string };

/** The communities to which a look through a member's eyes is confined; null for everybody who is not so confined. */
export function sightOf(actor: Actor): readonly string[] | null {
  return actor.kind === "member" ? (actor.seenBy?.within ?? null) : null;
}

/** Whether a community is before the eyes of an actor at all; what they may see of it is for the policies. */
export function isInSight(actor: Actor, communityId: string): boolean {
  return sightOf(actor)?.includes(communityId) ?? true;
}

/** The same as a condition on rows that name their community. */
export function withinSight(actor: Actor): { communityId?: { in: string[] } } {
  const sight = sightOf(actor);
  return sight ? { communityId: { in: [...sight] } } : {};
}
