import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { type ReadOnlyReason, readOnlyReason } from "../rules";

/** Why the context's tenant is read-only now, or null. */
export async function findReadOnlyReason(
  ctx: Pick<TenantContext, "db" | "now">,
): Promise<ReadOnlyReason | null> {
  const tenant = await ctx.db.tenant.findFirst({ select: { deletionDueAt: true, readOnlyFrom: true } });
  return tenant && readOnlyReason(tenant, ctx.now);
}

/**
 * The one gate of a read-only tenant, at the edges: actions and API ask it before they change anything.
 * @throws Refusal `read_only` that tells why and the way out
 */
export async function assertWritable(ctx: Pick<TenantContext, "db" | "now">): Promise<void> {
  const reason = await findReadOnlyReason(ctx);
  if (reason) throw new Refusal("read_only", { reason });
}
