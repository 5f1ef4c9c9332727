import "server-only";
import { rm } from "node:fs/promises";
import { systemCancelNow } from "@/lib/billing/commands/follow-deletion";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { tenantFolder } from "@/lib/platform/files/file-paths";
import { log } from "@/lib/platform/log";
import { unsafeLockTenant } from "@/lib/tenants/commands/lock-tenant";
import { tenantsOf } from "../erasure-sql";
import { retainInvoices } from "./retain-invoices";

/**
 * Ends a tenant whose days of grace are over (T5). Billing first, as it is the only part outside: a failure there leaves
 * everything, and is tried again. Files last: what a crash leaves of them points to nothing and goes on the next run.
 */
export async function systemEraseTenant(ctx: TenantContext): Promise<void> {
  if (await isDue(ctx)) {
    await systemCancelNow(ctx);
    const users = await erase(ctx);
    await forgetUsers(users);
    log.info({ tenantId: ctx.tenantId }, "tenant erased");
  }
  if ((await ctx.db.tenant.count()) === 0)
    await rm(tenantFolder(ctx.tenantId), { recursive: true, force: true });
}

async function isDue({ db, now }: TenantContext): Promise<boolean> {
  return (await db.tenant.count({ where: { deletionDueAt: { lte: now } } })) > 0;
}

/** @returns the logins that belonged to it */
function erase(ctx: TenantContext): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    await unsafeLockTenant(tx.db);
    if (!(await isDue(tx))) return [];
    const [tenant, staff, members] = await Promise.all([
      tx.db.tenant.findFirst({ select: { stripeCustomerId: true } }),
      tx.db.staff.findMany({ select: { userId: true } }),
      tx.db.member.findMany({ where: { userId: { not: null } }, select: { userId: true } }),
    ]);
    await retainInvoices(tx);
    if (tenant?.stripeCustomerId)
      await platformClient().stripeEvent.deleteMany({ where: { customerId: tenant.stripeCustomerId } });
    await tx.db.$queryRaw`SELECT forget_jobs()`;
    await tx.db.tenant.deleteMany({ where: { id: tx.tenantId } });
    return [...new Set([...staff, ...members].flatMap(({ userId }) => userId ?? []))];
  });
}

/** A login is its person's, not the tenant's: it goes only where no other tenant knows it. */
async function forgetUsers(userIds: readonly string[]): Promise<void> {
  for (const id of userIds)
    if ((await tenantsOf(id)) === 0) await platformClient().user.deleteMany({ where: { id } });
}
