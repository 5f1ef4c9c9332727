import "server-only";
import { listStaff } from "@/lib/accounts/queries/list-staff";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import type { TenantEnd } from "../types";

/** What the owner decides about the tenant itself: who owns it, and whether it goes (R2, T5). @throws Refusal `not_allowed` */
export async function getTenantEnd(ctx: TenantContext): Promise<TenantEnd> {
  authorize(canAsStaff(ctx.actor, "tenant.delete"));
  const [tenant, communities, people, staff] = await Promise.all([
    ctx.db.tenant.findFirst({ select: { deletionDueAt: true } }),
    ctx.db.community.count(),
    ctx.db.member.count(),
    listStaff(ctx),
  ]);
  const heirs = staff
    .filter(({ role }) => role !== "owner")
    .map(({ id, name, email }) => ({ staffId: id, name: name ? `${name} (${email})` : email }));
  return { dueAt: tenant?.deletionDueAt ?? null, communities, people, heirs };
}
