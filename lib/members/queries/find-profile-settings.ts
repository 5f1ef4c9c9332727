import "server-only";
import { findFields } from "@/lib/fields/queries/list-fields";
import type { TenantContext } from "@/lib/platform/context";
import { findCountry } from "@/lib/tenants/queries/find-country";
import type { ProfileSettings } from "../profile-rules";

/** What the reading of profiles depends on: the tenant's country and its own fields. */
export async function findProfileSettings(ctx: TenantContext): Promise<ProfileSettings> {
  const [country, fields] = await Promise.all([findCountry(ctx), findFields(ctx)]);
  return { country, fields };
}
