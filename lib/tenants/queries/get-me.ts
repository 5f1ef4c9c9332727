import "server-only";
import { listMeters } from "@/lib/plans/plan-limits";
import type { TenantContext } from "@/lib/platform/context";
import { limitsInForce } from "../limits";

/** The tenant as a key sees it: what it is, what the key may do, the limits in force and what is used of the plan. */
export async function getMe(ctx: TenantContext) {
  const [tenant, meters] = await Promise.all([
    ctx.db.tenant.findFirstOrThrow({
      select: {
        id: true,
        slug: true,
        name: true,
        country: true,
        locale: true,
        timezone: true,
        currency: true,
        plan: true,
        limits: true,
      },
    }),
    listMeters(ctx),
  ]);
  const { limits, ...facts } = tenant;
  const scopes = ctx.actor.kind === "staff" ? (ctx.actor.apiKey?.scopes ?? []) : [];
  return {
    tenant: facts,
    scopes: [...scopes],
    limits: limitsInForce(limits),
    meters,
  };
}
