export type StaffRole = "owner" | "admin" | "marketer" | "finance" | "agent";

export const STAFF_ROLES: readonly StaffRole[] = ["owner", "admin", "marketer", "finance", "agent"];

/** Who acts. A key acts for the staff user who made it; `seenBy` marks a staff user looking through a member's eyes (P15). */
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

export type MemberActor = { kind: "member"; memberId: string; userId: string | null; seenBy?: string };

export type SystemActor = { kind: "system"; purpose: string };
