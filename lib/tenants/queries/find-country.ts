import "server-only";
import type { TenantContext } from "@/lib/platform/context";

// A tenant's country is given once and never changes, so every instance may keep it.
const countries = new Map<string, string>();
const MOST = 10_000;

/** The tenant's country: how numbers without one are read (I1). */
export async function findCountry({ db, tenantId }: Pick<TenantContext, "db" | "tenantId">): Promise<string> {
  const known = countries.get(tenantId);
  if (known !== undefined) return known;
  const tenant = await db.tenant.findFirst({ select: { country: true } });
  if (!tenant) return "BR";
  if (countries.size >= MOST) countries.clear();
  countries.set(tenantId, tenant.country);
  return tenant.country;
}
