import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput } from "@/lib/shared/refusal";
import { countGraphemes } from "@/lib/shared/text";
import { limitsInForce } from "@/lib/tenants/limits";

/** That a body keeps the tenant's limit, counted as people count (L8). @throws Refusal `invalid_input` at `body`. */
export async function checkBody(ctx: TenantContext, body: string): Promise<void> {
  const tenant = await ctx.db.tenant.findFirst({ select: { limits: true } });
  const maximum = limitsInForce(tenant?.limits).announcementBodyGraphemes;
  if (body.length > maximum && countGraphemes(body) > maximum) {
    throw invalidInput({ path: "body", code: "too_big_text", params: { maximum } });
  }
}
