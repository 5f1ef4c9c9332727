import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import type { TenantEnd } from "../types";

/** Whether the tenant goes, and what would go with it (T5). @throws Refusal `not_allowed` */
export async function getTenantEnd(ctx: TenantContext): Promise<TenantEnd> {
  authorize(canAsStaff(ctx.actor, "tenant.delete"));
  const [tenant, communities, people] = await Promise.all([
    ctx.db.tenant.findFirst({ select: { deletionDueAt: true } }),
    ctx.db.community.count(),
    ctx.db.member.count(),
  ]);
  return { dueAt: tenant?.deletionDueAt ?? null, communities, people };
}
