import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findCountry } from "./find-country";

const FRESH_MS = 60_000;
const MOST_TENANTS = 5_000;
const known = new Map<string, { country: string; readAt: number }>();

/**
 * The tenant's country for reading what somebody types into a search, up to a minute old: a round trip with each key that
 * is pressed would cost more than the search. What is written down asks `findCountry`.
 */
export async function findSearchCountry(ctx: TenantContext): Promise<string> {
  const nowMs = performance.now();
  const kept = known.get(ctx.tenantId);
  if (kept && nowMs - kept.readAt < FRESH_MS) return kept.country;
  const country = await findCountry(ctx);
  if (known.size >= MOST_TENANTS) known.clear();
  known.set(ctx.tenantId, { country, readAt: nowMs });
  return country;
}
