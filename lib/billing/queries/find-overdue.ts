import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { canViewBilling } from "../policy";
import { readOnlyFrom } from "../rules";
import { findLiveSubscription } from "./find-live-subscription";

/**
 * When an overdue payment closes the tenant, for those who may pay it (B6); null when nothing is overdue, or it is closed
 * already, by that or because it is to be deleted (T5).
 */
export async function findOverdue(ctx: TenantContext): Promise<Date | null> {
  if (!canViewBilling(ctx.actor).ok) return null;
  if (await findReadOnlyReason(ctx)) return null;
  const live = await findLiveSubscription(ctx);
  const closes = live && readOnlyFrom([live]);
  return closes && closes > ctx.now ? closes : null;
}
