import type { StaffRole } from "@/lib/shared/actor";
import type { Action, Tie } from "@/lib/tenants/permissions";

/** Where somebody's rights may come from beside a role for everything. */
export const PLACES = [
  "grantedCommunityIds",
  "administeredCommunityIds",
  "communityIds",
  "administeredGroupIds",
  "groupIds",
] as const;

/** A person's places by their ids: granted to their role, and those of their own member record. */
export type Places = Record<(typeof PLACES)[number], readonly string[]>;

export const WHERE = ["everywhere", ...PLACES, "ownThings"] as const;
export const RULES = ["R2", "R3", "R4", "R5"] as const;

/** What lets somebody do an action: the rule, the role or tie it speaks of, and where it holds. */
export type Grant = {
  rule: (typeof RULES)[number];
  by: StaffRole | Tie;
  where: (typeof WHERE)[number];
};

/** One action of one person; without grants it is refused. */
export type Permission = { action: Action; grants: Grant[] };

/** What one person may do, and where. */
export type PersonPermissions = {
  staffId: string | null;
  memberId: string | null;
  role: StaffRole | null;
  places: Places;
  permissions: Permission[];
};

/** A person as far as permissions go. */
export type Holder = Omit<PersonPermissions, "permissions">;
