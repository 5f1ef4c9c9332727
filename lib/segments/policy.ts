import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import { contactConditions } from "./filter-rules";
import type { SegmentFilter } from "./schema";

/** Whether the actor may work with segments at all. Refuses with `not_allowed`. */
export function canUseSegments(actor: Actor): Decision {
  return canAsStaff(actor, "segments.use");
}

/**
 * Whether the actor may see what a filter finds: one that asks about contacts or consents, by whose count one would learn them
 * of each person, is for those who see whole profiles (P8, P12).
 */
export function canUseFilter(actor: Actor, filter: SegmentFilter): Decision {
  const decision = canUseSegments(actor);
  if (!decision.ok || contactConditions(filter).length === 0) return decision;
  return canAsStaff(actor, "members.viewPhone");
}

/** Whether the actor may change or archive a segment: its maker, and those who manage members. */
export function canChangeSegment(
  actor: Actor,
  segment: { createdBy: string | null; filter: SegmentFilter },
): Decision {
  const decision = canUseFilter(actor, segment.filter);
  if (!decision.ok) return decision;
  if (canAsStaff(actor, "members.manage").ok) return allowed;
  const isMaker = actor.kind === "staff" && actor.staffId === segment.createdBy;
  return isMaker ? allowed : refused("not_allowed");
}
