import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { whatGoesWith } from "../membership-sql";
import { canManageGroups } from "../policy";
import type { WhatGoes } from "../types";
import { findStanding } from "./find-standing";

/**
 * What would be deleted along with a community, or a room of it, before anybody types its name (H6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function countWhatGoes(
  ctx: TenantContext,
  place: { communityId: string; groupId?: string },
): Promise<WhatGoes> {
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, place.communityId)));
  return whatGoesWith(ctx.db, place);
}
