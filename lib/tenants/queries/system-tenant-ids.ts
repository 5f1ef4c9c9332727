import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

/** Every tenant, through a door of the database: for what the clock starts in each of them. */
export async function systemTenantIds(): Promise<string[]> {
  const rows = await platformClient().$queryRaw<{ id: string }[]>`SELECT all_tenant_ids() AS id`;
  return rows.map(({ id }) => id);
}
