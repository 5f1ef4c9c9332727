import "server-only";
import { activeSince } from "@/lib/communities/rules";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { canNameSuccessor } from "../policy";
import { selectSuccession } from "../succession-sql";
import type { Succession } from "../types";

/**
 * Who administers a community or room, who of them is active, and who would take over (H9): for those who may name them.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function getSuccession(
  ctx: TenantContext,
  place: { communityId: string; groupId: string | null },
): Promise<Succession> {
  authorize(canNameSuccessor(ctx.actor, await findPlaceStanding(ctx, place), place.groupId));
  const { adminActiveDays } = await findSettings(ctx);
  const since = activeSince(ctx.now, adminActiveDays);
  const people = await selectSuccession(ctx.db, place, since);
  const admins = people.filter(({ role }) => role === "admin");
  const successor = people.find(({ isSuccessor, role }) => isSuccessor && role === "member");
  return {
    adminCount: admins.length,
    activeAdminCount: admins.filter(({ isActive }) => isActive).length,
    admins: admins.map(({ memberId, name, isActive }) => ({ memberId, name, isActive })),
    successor: successor ? { memberId: successor.memberId, name: successor.name } : null,
  };
}
