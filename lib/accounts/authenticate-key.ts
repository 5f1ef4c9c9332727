import "server-only";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import { tenantClient } from "@/lib/platform/db/clients";
import { apiRateLimit } from "@/lib/platform/env";
import { hasScope } from "@/lib/platform/http/scopes";
import { type Authenticate, serveWith } from "@/lib/platform/http/serve";
import { takePoint } from "@/lib/platform/rate-limit";
import { Refusal } from "@/lib/shared/refusal";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { findStaffActor } from "./queries/find-staff-actor";
import { seeAs } from "./see-as";

/**
 * The context of an API request: the key names its tenant, and is looked up inside that tenant only.
 * @throws Refusal `unauthenticated`, `forbidden` naming the scope that is missing, `read_only`, and those of `seeAs`.
 */
const authenticate: Authenticate = async (request, spec) => {
  const [, key = ""] = /^Bearer (ald_[\w-]{20,200})$/.exec(request.headers.get("authorization") ?? "") ?? [];
  const tenantId = tenantOfToken(key.slice("ald_".length));
  if (!tenantId) throw new Refusal("unauthenticated");
  const db = tenantClient(tenantId);
  const known = await db.apiKey.findFirst({
    where: { keyHash: hashToken(key), revokedAt: null },
    select: { id: true, scopes: true, staffId: true },
  });
  const staff =
    known && (await db.staff.findFirst({ where: { id: known.staffId }, select: { userId: true } }));
  const actor = staff && (await findStaffActor(tenantId, staff.userId));
  if (!known || !actor) throw new Refusal("unauthenticated");
  if (spec.scope && !hasScope(known.scopes, spec.scope))
    throw new Refusal("forbidden", { scope: spec.scope });
  const apiKey = { id: known.id, scopes: known.scopes };
  const headers = await rateLimitHeaders(known.id);
  const ctx = { tenantId, db, now: new Date(), locale: "en" as const, ip: addressOf(request) };
  if (spec.method !== "GET" && spec.whenReadOnly !== "allowed") await assertWritable(ctx);
  return { ctx: await seeAs(request, { ...ctx, actor: { ...actor, apiKey } }, known.scopes), headers };
};

/** Where the request came from, as the proxy in front of us tells it. */
function addressOf(request: Request): string | null {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}

/** One point per request of a key, and the headers that tell what is left. */
async function rateLimitHeaders(keyId: string): Promise<Record<string, string>> {
  const left = await takePoint(
    { name: "api", points: apiRateLimit(), perSeconds: 60, refusedFromMemory: true },
    keyId,
  );
  return {
    "ratelimit-limit": String(left.limit),
    "ratelimit-remaining": String(left.remaining),
    "ratelimit-reset": String(left.resetSeconds),
  };
}

/** Serves one endpoint of `/api/v1` to holders of a key: `export const GET = serve(listCommunities)`. */
export const serve = serveWith(authenticate);
