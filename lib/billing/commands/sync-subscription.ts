import "server-only";
import type Stripe from "stripe";
import { releaseHeldJob } from "@/lib/announcements/job-names";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { databaseNow } from "@/lib/platform/db/database-now";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { keepSubscription } from "../billing-sql";
import { followDeletionJob } from "../job-names";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { entitledPlan, readOnlyFrom } from "../rules";
import { stripe } from "../stripe-client";
import { SUBSCRIPTION_PARTS, subscriptionFields } from "../stripe-fields";
import type { Keep } from "../types";

/** Fetches a subscription from Stripe and answers how to keep it and to give the tenant its plan (B4, X34). */
export async function systemAskForSubscription(stripeSubscriptionId: string): Promise<Keep> {
  const params = { expand: SUBSCRIPTION_PARTS };
  const subscription = await stripe().subscriptions.retrieve(stripeSubscriptionId, params);
  return (ctx, askedAt) => systemKeepSubscription(ctx, subscription, askedAt);
}

/** What a person changed at Stripe by us is kept at once, before its webhook. */
export async function systemSyncSubscription(
  ctx: TenantContext,
  stripeSubscriptionId: string,
): Promise<void> {
  const askedAt = await databaseNow(ctx.db);
  await (await systemAskForSubscription(stripeSubscriptionId))(ctx, askedAt);
}

/** Keeps a subscription as Stripe told it at `askedAt`. Answers whether anything was different. */
export async function systemKeepSubscription(
  ctx: TenantContext,
  subscription: Stripe.Subscription,
  askedAt: Date,
): Promise<boolean> {
  const fields = subscriptionFields(subscription, askedAt);
  if (!fields) return false;
  return inTransaction(ctx, async (tx) => {
    const changed = await keepSubscription(tx.db, fields, askedAt);
    await setEntitlement(tx);
    await followIfLeaving(tx);
    return changed;
  });
}

/** What was bought or renewed at Stripe while the tenant is marked for deletion ends with it all the same (T5). */
async function followIfLeaving(tx: TenantContext): Promise<void> {
  const leaving = await tx.db.tenant.count({ where: { deletionDueAt: { not: null } } });
  if (leaving === 0) return;
  const live = await findLiveSubscription(tx);
  if (live && live.cancelAt === null) await enqueue(tx.db, followDeletionJob, {}, { key: "follow_deletion" });
}

/** What the subscriptions of now entitle to: the plan, and whether an overdue payment closes the tenant. */
async function setEntitlement(tx: TenantContext): Promise<void> {
  const known = await tx.db.subscription.findMany({
    select: { plan: true, status: true, createdAt: true, pastDueSince: true },
  });
  const tenant = await tx.db.tenant.findFirstOrThrow({ select: { plan: true, readOnlyFrom: true } });
  const plan = entitledPlan(known) ?? tenant.plan;
  const closing = readOnlyFrom(known);
  if (tenant.plan === plan && Number(tenant.readOnlyFrom) === Number(closing)) return;
  await tx.db.tenant.updateMany({ data: { plan, readOnlyFrom: closing } });
  await enqueue(tx.db, releaseHeldJob, {}, { key: "release-held", isBackground: true });
  if (tenant.plan === plan) return;
  await recordAudit(tx, {
    action: "plan.changed",
    subjectKind: "tenant",
    subjectId: tx.tenantId,
    before: { plan: tenant.plan },
    after: { plan },
  });
}
