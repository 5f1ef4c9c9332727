import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who may add, change and delete people: owner and admin, and jobs of the system (R2). */
export function canManageMembers(actor: Actor): Decision {
  return canAsStaff(actor, "members.manage");
}

/** Who may ask for people at all; which people and fields, `visibleFields` decides. Finance sees none (P9). */
export function canViewMembers(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "members.view");
}

/** Who may ask how many people a list has: staff, of the people whom they see; to members small counts would tell of people (P12). */
export function canCountMembers(actor: Actor): Decision {
  return canAsStaff(actor, "members.view");
}

const OWN_FIELDS: readonly string[] = ["name", "locale", "timezone", "photoFileId"];

/** Who may change a person: who manages members; oneself the few things that need no proof. */
export function canEditMember(actor: Actor, memberId: string, changed: readonly string[]): Decision {
  const isOwn = actor.kind === "member" && actor.memberId === memberId && !actor.seenBy;
  if (isOwn && changed.every((name) => OWN_FIELDS.includes(name))) return allowed;
  return canManageMembers(actor);
}
