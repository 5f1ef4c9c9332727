import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { hashToken, newTenantToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { daysAfter } from "@/lib/shared/days";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { invitationMail } from "../mails";
import { canInviteStaff } from "../policy";
import { INVITATION_DAYS } from "../rules";
import type { InvitableRole } from "../types";

/**
 * Invites an address into the team and mails the link. An earlier invitation of the same address ends.
 * @returns the id and the token, which is kept as a hash only.
 * @throws Refusal `not_allowed`, `invalid_input` at `email` (`already_staff`), `plan_limit_reached` (B5).
 */
export async function inviteStaff(
  ctx: TenantContext,
  input: { email: string; role: InvitableRole },
): Promise<{ id: string; token: string }> {
  authorize(canInviteStaff(ctx.actor));
  if (ctx.actor.kind !== "staff") throw new Refusal("not_allowed");
  const { staffId, userId } = ctx.actor;
  const [id, token] = [newId(), newTenantToken(ctx.tenantId)];
  await inTransaction(ctx, async (tx) => {
    if (await isStaff(tx, input.email)) throw invalidInput({ path: "email", code: "already_staff" });
    await assertWithinPlan(tx, "staff", 1);
    await endOlder(tx, input.email);
    const expiresAt = daysAfter(ctx.now, INVITATION_DAYS);
    await tx.db.staffInvitation.create({
      data: { id, ...input, tokenHash: hashToken(token), invitedBy: staffId, expiresAt },
      select: { id: true },
    });
    const names = await namesFor(tx, userId);
    await sendMail(tx.db, {
      to: input.email,
      ...invitationMail({ ...names, locale: ctx.locale, role: input.role, token }),
    });
    const after = { role: input.role };
    await recordAudit(tx, { action: "staff.invited", subjectKind: "invitation", subjectId: id, after });
  });
  return { id, token };
}

async function isStaff({ db }: TenantContext, email: string): Promise<boolean> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  return user !== null && (await db.staff.count({ where: { userId: user.id } })) > 0;
}

async function endOlder({ db, now }: TenantContext, email: string): Promise<void> {
  await db.staffInvitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

async function namesFor({ db, tenantId }: TenantContext, userId: string) {
  const [tenant, inviter] = await Promise.all([
    db.tenant.findFirst({ where: { id: tenantId }, select: { name: true } }),
    db.user.findUnique({ where: { id: userId }, select: { name: true, email: true } }),
  ]);
  if (!tenant || !inviter) throw notFound();
  return { tenantName: tenant.name, inviterName: inviter.name || inviter.email };
}
