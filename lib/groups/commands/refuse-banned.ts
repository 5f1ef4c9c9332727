import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { isBannedFrom } from "../group-sql";

/**
 * For ways in that do not seat people at once: who is banned is told at the door (C4, X19).
 * @throws Refusal `banned`
 */
export async function refuseBanned(
  ctx: TenantContext,
  place: { communityId: string; groupId: string | null; memberId: string },
): Promise<void> {
  if (await isBannedFrom(ctx.db, place)) throw new Refusal("banned");
}
