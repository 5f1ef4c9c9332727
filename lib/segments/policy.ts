import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";
import { contactConditions } from "./filter-rules";
import type { SegmentFilter } from "./schema";

type MadeSegment = { createdBy: string | null; filter: SegmentFilter };
/** Of the places that a filter names: whether all are there for the actor, and whether one is there for others alone. */
type PlacesOfFilter = { isAllKnown: boolean; hasHidden: boolean };

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

/**
 * Whether a segment is there for the actor. One whose filter names a place that they may not read is not, so that it tells
 * neither the place's id nor by its count who is in it (P12); one that names a place that is gone is there for those who see all
 * places, and for its maker, who can mend it.
 */
export function canReadSegment(actor: Actor, segment: MadeSegment, places: PlacesOfFilter): Decision {
  const decision = canUseFilter(actor, segment.filter);
  if (!decision.ok || places.isAllKnown) return decision;
  const mayMend = communitiesInReach(actor, "communities.view") === null || isMaker(actor, segment);
  return mayMend && !places.hasHidden ? allowed : refused("not_found");
}

/** Whether the actor may change or archive a segment: its maker, and those who manage members. */
export function canChangeSegment(actor: Actor, segment: MadeSegment): Decision {
  const decision = canUseFilter(actor, segment.filter);
  if (!decision.ok) return decision;
  if (canAsStaff(actor, "members.manage").ok) return allowed;
  return isMaker(actor, segment) ? allowed : refused("not_allowed");
}

function isMaker(actor: Actor, { createdBy }: MadeSegment): boolean {
  return actor.kind === "staff" && actor.staffId === createdBy;
}
