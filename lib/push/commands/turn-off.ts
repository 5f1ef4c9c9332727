import "server-only";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canManageDevices } from "../policy";

/**
 * Ends a device: nothing is sent there any more. Ending the last one is an objection to the channel and goes into the ledger
 * (P16). @throws Refusal `not_allowed`, `not_found`
 */
export async function turnOffPush(ctx: TenantContext, memberId: string, id: string): Promise<void> {
  authorize(canManageDevices(ctx.actor, memberId));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.pushSubscription.deleteMany({ where: { id, memberId } });
    if (count === 0) throw notFound();
    if ((await tx.db.pushSubscription.count({ where: { memberId } })) > 0) return;
    await recordConsent(tx, memberId, {
      channel: "push",
      purpose: "announcements",
      granted: false,
      wordingVersion: "push-off-2026-11",
      ...(tx.actor.kind === "member" ? { source: "portal" } : {}),
    });
  });
}

/** Ends devices of which their service says that they are gone: nobody's word, so nothing is written into the ledger. */
export async function systemEndDevices(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  await ctx.db.pushSubscription.deleteMany({ where: { id: { in: [...ids] } } });
}
