import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { hashPassword } from "@/lib/platform/auth/password";
import { hashToken } from "@/lib/platform/auth/tokens";
import { inTransaction, systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findInvitation } from "../queries/find-invitation";
import type { InvitationView } from "../types";
import type { SignedIn } from "./sign-in-with-password";

/**
 * Accepts an invitation as the account that bears its address, and as no other (X25). The secret came by mail to that
 * address, so it is proven by it.
 * @throws Refusal `not_found`, `not_allowed` for another account, `invite_expired`, `invite_revoked`, `invite_used_up`,
 * `plan_limit_reached` (B5).
 */
export async function acceptInvitation(
  user: { id: string; email: string },
  token: string,
  now: Date,
): Promise<{ slug: string }> {
  const invitation = await openInvitation(token, now);
  if (invitation.email !== user.email) throw new Refusal("not_allowed");
  await joinTeam(invitation, user.id, { token, now });
  return { slug: invitation.slug };
}

/**
 * Accepts an invitation of an address that has no account yet: opens it with a password.
 * @throws Refusal as `acceptInvitation`; `conflict` when the account exists meanwhile: sign in first.
 */
export async function acceptAsNewUser(
  input: { token: string; name: string; password: string },
  now: Date,
): Promise<SignedIn & { slug: string }> {
  const invitation = await openInvitation(input.token, now);
  if (invitation.hasAccount) throw new Refusal("conflict");
  const id = newId();
  const passwordHash = await hashPassword(input.password);
  await platformClient().user.createMany({
    data: [{ id, email: invitation.email, name: input.name, passwordHash }],
    skipDuplicates: true,
  });
  const user = await platformClient().user.findUnique({ where: { id }, select: { sessionVersion: true } });
  if (!user) throw new Refusal("conflict");
  await joinTeam(invitation, id, { token: input.token, now });
  return { id, sessionVersion: user.sessionVersion, slug: invitation.slug };
}

async function openInvitation(token: string, now: Date): Promise<InvitationView> {
  const invitation = await findInvitation(token, now);
  if (!invitation) throw notFound();
  if (invitation.problem) throw new Refusal(invitation.problem);
  return invitation;
}

async function joinTeam(
  { tenantId, role }: InvitationView,
  userId: string,
  { token, now }: { token: string; now: Date },
): Promise<void> {
  await inTransaction(systemContext(tenantId, "accept_invitation", now), async (tx) => {
    const { count } = await tx.db.staffInvitation.updateMany({
      where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (count === 0) throw new Refusal("invite_used_up");
    const staffId = newId();
    // Somebody who is in the team already keeps the role they have.
    const joined = await tx.db.staff.createMany({
      data: [{ id: staffId, userId, role }],
      skipDuplicates: true,
    });
    if (joined.count > 0) await assertWithinPlan(tx, "staff", 0);
    await tx.db.user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    await recordAudit(tx, {
      action: "staff.joined",
      subjectKind: "staff",
      subjectId: staffId,
      details: { userId },
      after: { role },
    });
  });
}
