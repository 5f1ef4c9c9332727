import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { periodOf } from "../digest-rules";
import type { DigestFrequency } from "../types";

/** How often the acting staff user gets the digest of feedback (F4), from the next period on; null: not at all. @throws Refusal `not_allowed` */
export async function chooseDigest(ctx: TenantContext, frequency: DigestFrequency | null): Promise<void> {
  authorize(canAsStaff(ctx.actor, "feedback.view"));
  if (ctx.actor.kind !== "staff") throw new Refusal("not_allowed");
  const { staffId } = ctx.actor;
  const zone = await findTimezone(ctx);
  await inTransaction(ctx, async (tx) => {
    const known = await tx.db.feedbackDigest.findFirst({ where: { staffId }, select: { frequency: true } });
    if ((known?.frequency ?? null) === frequency) return;
    await tx.db.feedbackDigest.deleteMany({ where: { staffId } });
    if (!frequency) return;
    const lastPeriod = new Date(periodOf(frequency, tx.now, zone));
    await tx.db.feedbackDigest.create({
      data: { staffId, frequency, lastPeriod },
      select: { staffId: true },
    });
  });
}
