import "server-only";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canNameSuccessor } from "../policy";
import { selectNamesakes } from "../succession-sql";

/**
 * People of a community or room whose name has these letters, who do not administer it: to name one of them. Whoever may
 * name them sees the names of all (P4, P6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function findInPlace(
  ctx: TenantContext,
  place: { communityId: string; groupId: string | null },
  typed: string,
): Promise<{ memberId: string; name: string }[]> {
  authorize(canNameSuccessor(ctx.actor, await findPlaceStanding(ctx, place), place.groupId));
  return typed.trim() === "" ? [] : selectNamesakes(ctx.db, place, typed.trim());
}
