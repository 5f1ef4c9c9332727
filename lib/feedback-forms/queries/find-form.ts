import "server-only";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import type { PublicFormFace } from "../types";

/** The context of whoever bears a form's address: the token is the permission. Null for a text that is no token of ours. */
export function formContext(
  token: string,
  visitor: Pick<TenantContext, "now" | "locale" | "ip">,
): TenantContext | null {
  const tenantId = tenantOfToken(token);
  if (!tenantId) return null;
  const { now, locale, ip } = visitor;
  return { ...systemContext(tenantId, "feedback_form", now), locale, ip };
}

/** Whose form an address is; null where it shows nothing: unknown, revoked, or of an archived community. */
export async function findForm(
  ctx: TenantContext,
  token: string,
): Promise<(PublicFormFace & { communityId: string | null }) | null> {
  const form = await ctx.db.feedbackForm.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null },
    select: { id: true, name: true, communityId: true },
  });
  if (!form) return null;
  const { id: formId, name, communityId } = form;
  const [tenant, community] = await Promise.all([
    ctx.db.tenant.findFirst({ select: { name: true } }),
    communityId
      ? ctx.db.community.findFirst({
          where: { id: communityId, archivedAt: null },
          select: { name: true },
        })
      : null,
  ]);
  if (!tenant || (communityId && !community)) return null;
  return { formId, name, communityId, tenantName: tenant.name, communityName: community?.name ?? null };
}
