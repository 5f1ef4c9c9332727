import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Settings, settingsInForce } from "../settings-rules";

/** The settings in force for the context's tenant. */
export async function findSettings(ctx: Pick<TenantContext, "db">): Promise<Settings> {
  const tenant = await ctx.db.tenant.findFirst({ select: { settings: true } });
  return settingsInForce(tenant?.settings);
}
