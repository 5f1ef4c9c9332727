import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff, may } from "@/lib/tenants/policy";
import { authorId } from "./author-rules";

/**
 * Whether an actor may write and send announcements to all of these communities: staff with the right, a marketer only
 * where granted (R2), or whoever is an admin of the community (R3). A group admin may not (R4).
 * `administered`: the communities whose admin the actor's own member record is. Refuses with `not_allowed`, `not_granted`.
 */
export function canSend(
  actor: Actor,
  communityIds: readonly string[],
  administered: readonly string[],
): Decision {
  for (const communityId of communityIds) {
    const decision = administered.includes(communityId)
      ? may(actor, "announcements.send", { communityId, role: "admin" })
      : canAsStaff(actor, "announcements.send", communityId);
    if (!decision.ok) return decision;
  }
  return allowed;
}

/** Whether an actor may approve: they could send it themselves, and did not write it (A19). */
export function canApprove(
  actor: Actor,
  announcement: { communityIds: readonly string[]; createdBy: string | null },
  administered: readonly string[],
): Decision {
  const decision = canSend(actor, announcement.communityIds, administered);
  if (!decision.ok) return decision;
  const self = authorId(actor);
  return self !== null && self === announcement.createdBy ? refused("not_allowed") : allowed;
}
