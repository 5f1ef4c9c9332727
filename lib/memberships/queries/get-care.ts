import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import type { Care } from "../types";
import { findInPlace } from "./find-in-place";
import { getSuccession } from "./get-succession";

/**
 * What a page about who looks after a place shows (H9): its admins, its successor, and who answers to a name that was typed.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function getCare(
  ctx: TenantContext,
  place: { communityId: string; groupId: string | null },
  typed: string,
): Promise<Care> {
  const succession = await getSuccession(ctx, place);
  const [found, { adminActiveDays }] = await Promise.all([findInPlace(ctx, place, typed), findSettings(ctx)]);
  return { succession, activeDays: adminActiveDays, typed, found };
}
