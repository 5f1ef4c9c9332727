import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { limitsInForce } from "@/lib/tenants/limits";
import { MOST_NAME_GRAPHEMES } from "../rules";

/** What the form of a template needs to know of the tenant: its name, its zone and its limits. */
export async function getTemplateSettings(ctx: TenantContext) {
  const { name, timezone, limits } = await ctx.db.tenant.findFirstOrThrow({
    select: { name: true, timezone: true, limits: true },
  });
  const { announcementBodyGraphemes: bodyGraphemes } = limitsInForce(limits);
  return { name, timezone, bodyGraphemes, nameGraphemes: MOST_NAME_GRAPHEMES };
}
