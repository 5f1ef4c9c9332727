import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** The person themself (P1), and those who see everything of everybody (P7). */
export function canReadTimeline(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId) return allowed;
  return canAsStaff(actor, "members.manage");
}
