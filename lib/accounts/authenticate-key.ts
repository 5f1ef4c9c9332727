import "server-only";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import { tenantClient } from "@/lib/platform/db/clients";
import { apiRateLimit } from "@/lib/platform/env";
import { hasScope } from "@/lib/platform/http/scopes";
import { type Identify, serveWith } from "@/lib/platform/http/serve";
import { type Allowance, assertAllowed, consumePoint } from "@/lib/platform/rate-limit";
import { Refusal } from "@/lib/shared/refusal";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { noteActivity } from "./commands/note-activity";
import { findStaffActor } from "./queries/find-staff-actor";
import { seeAs } from "./see-as";

/**
 * Who holds the key of an API request: it names its tenant, and is looked up inside that tenant only. Every request of a
 * known key takes a point of its limit, also one that is refused later.
 * @throws Refusal `unauthenticated`; `admit` throws `too_many_requests`, `forbidden` naming the scope that is missing,
 * `read_only`, and those of `seeAs`.
 */
const identify: Identify = async (request) => {
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
  const { id, scopes } = known;
  const ctx = { tenantId, db, now: new Date(), locale: "en" as const, ip: addressOf(request) };
  const left = await consumePoint(perKey(), id);
  return {
    headers: rateLimitHeaders(left),
    admit: async (spec) => {
      assertAllowed(left);
      if (spec.scope && !hasScope(scopes, spec.scope)) throw new Refusal("forbidden", { scope: spec.scope });
      if (actor.memberId) await noteActivity(db, actor.memberId, ctx.now);
      if (spec.method !== "GET" && spec.whenReadOnly !== "allowed") await assertWritable(ctx);
      return await seeAs(request, { ...ctx, actor: { ...actor, apiKey: { id, scopes } } }, scopes);
    },
  };
};

/** Where the request came from, as the proxy in front of us tells it. */
function addressOf(request: Request): string | null {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}

const perKey = () =>
  ({ name: "api", points: apiRateLimit(), perSeconds: 60, refusedFromMemory: true }) as const;

function rateLimitHeaders({ limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(resetSeconds),
  };
}

/** Serves one endpoint of `/api/v1` to holders of a key: `export const GET = serve(listCommunities)`. */
export const serve = serveWith(identify);
