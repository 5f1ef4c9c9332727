import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { may } from "@/lib/tenants/policy";

/**
 * Whether an actor may see how an occurrence of these communities went: staff with the view of announcements in each of
 * them (R2), or an admin of each (R3). `administered`: communities where the actor's own member record is admin.
 */
export function canViewSending(
  actor: Actor,
  communityIds: readonly string[],
  administered: readonly string[],
): Decision {
  if (actor.kind === "system") return allowed;
  const isAllowed = (id: string) =>
    may(actor, "announcements.view", { communityId: id, role: administered.includes(id) ? "admin" : null })
      .ok;
  return communityIds.every(isAllowed) ? allowed : refused("not_found");
}
