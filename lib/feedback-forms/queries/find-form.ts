import "server-only";
import { hashToken } from "@/lib/platform/auth/tokens";
import { bearerContext } from "@/lib/platform/bearer-context";
import type { TenantContext } from "@/lib/platform/context";
import type { PublicFormFace } from "../types";

/** The context of whoever bears a form's address. Null for a text that is no token of ours. */
export function formContext(token: string, visitor: Pick<TenantContext, "now" | "locale" | "ip">) {
  return bearerContext(token, "feedback_form", visitor);
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
