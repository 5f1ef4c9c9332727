import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The tenant's IANA zone, in which its days are told. */
export async function getTimezone(ctx: Pick<TenantContext, "db">): Promise<string> {
  const { timezone } = await ctx.db.tenant.findFirstOrThrow({ select: { timezone: true } });
  return timezone;
}
