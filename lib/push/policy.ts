import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who may see, add and end a person's devices: the person, and staff who manage members. Through their eyes: nobody (P15). */
export function canManageDevices(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId && !actor.seenBy) return allowed;
  return canAsStaff(actor, "members.manage");
}
