import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { hashToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { newLinkToken } from "../link-token";
import { isFeedOwner } from "../policy";

/**
 * Gives the acting staff user an address for their calendar program. One that they have already is another from then on: the
 * old address shows nothing any more. Audited (R6).
 * @throws Refusal `not_allowed`
 */
export async function makeCalendarLink(ctx: TenantContext): Promise<void> {
  const { actor, tenantId } = ctx;
  if (!isFeedOwner(actor)) throw new Refusal("not_allowed");
  const { staffId } = actor;
  const { token, sealed } = newLinkToken(tenantId, staffId);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.calendarLink.deleteMany({ where: { staffId } });
    await tx.db.calendarLink.create({
      data: { staffId, tokenHash: hashToken(token), token: sealed, createdAt: tx.now },
      select: { staffId: true },
    });
    await recordAudit(tx, {
      action: count > 0 ? "calendar.link_renewed" : "calendar.link_created",
      subjectKind: "staff",
      subjectId: staffId,
    });
  });
}

/** Takes it back: the address shows nothing any more. @throws Refusal `not_allowed` */
export async function revokeCalendarLink(ctx: TenantContext): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new Refusal("not_allowed");
  const { staffId } = actor;
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.calendarLink.deleteMany({ where: { staffId } });
    if (count === 0) return;
    await recordAudit(tx, { action: "calendar.link_revoked", subjectKind: "staff", subjectId: staffId });
  });
}
