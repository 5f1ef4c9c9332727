import "server-only";
import type Stripe from "stripe";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { databaseNow, keepSubscription } from "../billing-sql";
import { entitledPlan } from "../rules";
import { stripe } from "../stripe-client";
import { subscriptionFields } from "../stripe-fields";

/** Fetches a subscription from Stripe, keeps it, and gives the tenant the plan it is entitled to (B4, X34). */
export async function systemSyncSubscription(
  ctx: TenantContext,
  stripeSubscriptionId: string,
): Promise<void> {
  const askedAt = await databaseNow(ctx.db);
  await systemKeepSubscription(ctx, await stripe().subscriptions.retrieve(stripeSubscriptionId), askedAt);
}

/** Keeps a subscription as Stripe told it at `askedAt`. Answers whether anything was different. */
export async function systemKeepSubscription(
  ctx: TenantContext,
  subscription: Stripe.Subscription,
  askedAt: Date,
): Promise<boolean> {
  const fields = subscriptionFields(subscription);
  if (!fields) return false;
  return inTransaction(ctx, async (tx) => {
    const changed = await keepSubscription(tx.db, fields, askedAt);
    await setEntitledPlan(tx);
    return changed;
  });
}

async function setEntitledPlan(tx: TenantContext): Promise<void> {
  const known = await tx.db.subscription.findMany({ select: { plan: true, status: true, createdAt: true } });
  const plan = entitledPlan(known);
  if (plan === null) return;
  const tenant = await tx.db.tenant.findFirstOrThrow({ select: { plan: true } });
  if (tenant.plan === plan) return;
  await tx.db.tenant.updateMany({ data: { plan } });
  await recordAudit(tx, {
    action: "plan.changed",
    subjectKind: "tenant",
    subjectId: tx.tenantId,
    before: { plan: tenant.plan },
    after: { plan },
  });
}
