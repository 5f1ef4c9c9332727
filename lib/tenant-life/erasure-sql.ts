import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

/** In how many tenants a login is somebody. */
export async function tenantsOf(userId: string): Promise<number> {
  const rows = await platformClient().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM tenants_of_user(${userId}::uuid)`;
  return rows[0]?.n ?? 0;
}

/** The tenants whose days of grace are over, through a door of the database. */
export async function systemTenantsDue(now: Date): Promise<string[]> {
  const rows = await platformClient().$queryRaw<{ id: string }[]>`
    SELECT tenants_due_for_deletion(${now}::timestamptz) AS id`;
  return rows.map(({ id }) => id);
}

/** Lets kept invoices go whose years are over. */
export async function systemDropOldInvoices(now: Date): Promise<void> {
  await platformClient().$queryRaw`SELECT drop_old_retained_invoices(${now}::timestamptz)`;
}
