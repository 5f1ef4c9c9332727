import "server-only";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import type { InvitableRole, InvitationView } from "../types";

/** The invitation of a token, looked up inside the tenant that the token names, or null when there is none. */
export async function findInvitation(token: string, now: Date): Promise<InvitationView | null> {
  const tenantId = tenantOfToken(token);
  if (!tenantId || token.length > 200) return null;
  const db = tenantClient(tenantId);
  const [invitation, tenant] = await Promise.all([
    db.staffInvitation.findFirst({
      where: { tokenHash: hashToken(token) },
      select: { email: true, role: true, expiresAt: true, acceptedAt: true, revokedAt: true },
    }),
    db.tenant.findFirst({ where: { id: tenantId }, select: { name: true, slug: true } }),
  ]);
  if (!invitation || !tenant) return null;
  const user = await platformClient().user.findUnique({
    where: { email: invitation.email },
    select: { id: true },
  });
  return {
    tenantId,
    tenantName: tenant.name,
    slug: tenant.slug,
    email: invitation.email,
    role: invitation.role as InvitableRole,
    hasAccount: user !== null,
    problem: problemOf(invitation, now),
  };
}

function problemOf(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationView["problem"] {
  if (invitation.acceptedAt) return "invite_used_up";
  if (invitation.revokedAt) return "invite_revoked";
  return invitation.expiresAt <= now ? "invite_expired" : null;
}
