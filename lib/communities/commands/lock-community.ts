import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { lockCommunityRow } from "../membership-sql";
import type { LockedCommunity } from "../types";

/**
 * Holds the community until the transaction ends; always before any of its groups, so that nobody waits in a circle.
 * The caller answers for access.
 * @throws Refusal `not_found`
 */
export async function unsafeLockCommunity(ctx: TenantContext, id: string): Promise<LockedCommunity> {
  const community = await lockCommunityRow(ctx.db, id);
  if (!community) throw notFound();
  return community;
}

/** The same, for what an archived community no longer takes (H6). @throws Refusal `not_found`, `read_only` */
export async function unsafeLockOpenCommunity(ctx: TenantContext, id: string): Promise<LockedCommunity> {
  const community = await unsafeLockCommunity(ctx, id);
  if (community.archivedAt) throw new Refusal("read_only");
  return community;
}
