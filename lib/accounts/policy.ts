import type { Actor, StaffRole } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import { needsGrants } from "./rules";

/** Whether an actor may invite, or take an invitation back (R2). */
export function canInviteStaff(actor: Actor): Decision {
  return canAsStaff(actor, "staff.manage");
}

/**
 * Whether an actor may give somebody of the team another role (R2). Nobody is made owner this way: that takes a transfer
 * which they accept (`lib/tenant-life`).
 */
export function canChangeRole(actor: Actor, from: StaffRole, to: StaffRole): Decision {
  if (to === "owner" && from !== "owner") return refused("not_allowed");
  return canAsStaff(actor, from === "owner" ? "tenant.transfer" : "staff.manage");
}

/** Whether an actor may take somebody out of the team. Everybody may leave by themself. */
export function canRemoveStaff(actor: Actor, person: { id: string; role: StaffRole }): Decision {
  if (actor.kind === "staff" && actor.staffId === person.id) return allowed;
  return canAsStaff(actor, person.role === "owner" ? "tenant.transfer" : "staff.manage");
}

/** Whether an actor may grant communities to this role: owners and admins need none, finance sees none (R2). */
export function canGrantCommunities(actor: Actor, role: StaffRole): Decision {
  if (!needsGrants(role)) return refused("not_allowed");
  return canAsStaff(actor, "grants.manage");
}

/** Whether an actor may make, see and revoke keys of the REST API. */
export function canManageKeys(actor: Actor): Decision {
  return canAsStaff(actor, "apiKeys.manage");
}

/** Who looks through everybody's eyes: owner and admin; admins of communities do within them (P15, `seeAsReach`). */
export function canSeeAs(actor: Actor): Decision {
  return canAsStaff(actor, "seeAs.use");
}
