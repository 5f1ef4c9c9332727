import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import { findTenantId } from "./find-tenant-id";

/** The public name of the tenant of a slug, or null. */
export async function findTenantName(slug: string): Promise<string | null> {
  const id = await findTenantId(slug);
  const tenant = id && (await tenantClient(id).tenant.findFirst({ where: { id }, select: { name: true } }));
  return tenant ? tenant.name : null;
}
