import type { IncomingMessage } from "node:http";
import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { lookCookie } from "@/lib/platform/auth/cookie-shape";
import { readSession } from "@/lib/platform/auth/read-session";

/**
 * Whose session asks for a stream of a tenant from the portal or the dashboard, with what it is of; null when nobody's. Whoever
 * looks through a member's eyes holds no stream: their page asks again by itself (P15).
 */
export async function sessionHolder<Place extends { from: "portal" | "dashboard" }>(
  { headers }: IncomingMessage,
  slug: string,
  place: Place,
) {
  if (place.from === "portal" && headers.cookie?.includes(`${lookCookie()}=`)) return null;
  const session = await readSession(headers.cookie);
  const tenantId = session && (await findTenantId(slug));
  return tenantId ? { tenantId, ...place, ...session } : null;
}
