import "server-only";
import { keepLook } from "@/lib/platform/auth/look-cookie";
import type { TenantContext } from "@/lib/platform/context";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { lookThrough } from "../queries/find-look";
import { recordLook } from "./record-look";

/**
 * From now on this browser shows a member's portal as that member sees it, read-only and audited (P15).
 * @returns the slug of the tenant, whose portal shows it.
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function beginLook(ctx: TenantContext, memberId: string, userId: string): Promise<string> {
  const { tenantId } = ctx;
  await lookThrough(ctx, memberId, userId);
  await recordLook(ctx, memberId, userId);
  const slug = await findSlug(ctx);
  await keepLook(slug, { userId, tenantId, memberId });
  return slug;
}
