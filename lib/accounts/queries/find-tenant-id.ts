import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

/** The tenant of a slug, or null. */
export async function findTenantId(slug: string): Promise<string | null> {
  const rows = await platformClient().$queryRaw<
    { id: string | null }[]
  >`SELECT tenant_id_by_slug(${slug}) AS id`;
  return rows[0]?.id ?? null;
}
