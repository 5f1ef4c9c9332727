import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";

/**
 * Refuses what would bind a tenant anew while it is marked for deletion (T5): buying, changing the plan, keeping it, Stripe's
 * portal. Ending it and paying what is owed go on.
 * @throws Refusal `read_only` with the reason `deletion`, which names the way out
 */
export async function assertStaying(ctx: Pick<TenantContext, "db" | "now">): Promise<void> {
  if ((await findReadOnlyReason(ctx)) === "deletion") throw new Refusal("read_only", { reason: "deletion" });
}
