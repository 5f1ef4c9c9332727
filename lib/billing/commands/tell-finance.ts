import "server-only";
import { HELD_REASONS } from "@/lib/announcements/commands/release-held";
import { CATALOGUE, isPlan } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { formatDate } from "@/lib/platform/i18n/format";
import { formatMoney } from "@/lib/shared/money";
import { takeGraphemes } from "@/lib/shared/text";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { systemNotify } from "../notices";
import { RETRY_WINDOW_DAYS, readOnlyFrom, TRIAL_DAYS } from "../rules";

/** Mails an invoice that was issued, as it stands now: paid, or to be paid. Drafts and voided ones are not told. */
export async function systemTellInvoice(ctx: TenantContext, invoiceId: string): Promise<void> {
  const invoice = await ctx.db.invoice.findFirst({
    where: { id: invoiceId, status: { in: ["open", "paid"] } },
    select: { id: true, number: true, plan: true, amountMinor: true, currency: true, status: true },
  });
  // A trial's invoice of nothing is no news.
  if (!invoice || invoice.amountMinor === 0n) return;
  await systemNotify(ctx, {
    key: `invoice:${invoice.id}`,
    kind: invoice.status === "paid" ? "invoicePaid" : "invoiceOpen",
    params: (locale) => ({
      number: invoice.number ?? "",
      plan: invoice.plan,
      amount: formatMoney({ amountMinor: Number(invoice.amountMinor), currency: invoice.currency }, locale),
    }),
    path: `billing/invoices/${invoice.id}/${invoice.status === "paid" ? "pdf" : "hosted"}`,
  });
}

/** Tells of a payment that failed, once per try, while it is still owed. */
export async function systemTellFailure(
  ctx: TenantContext,
  { stripeInvoiceId, attempt }: { stripeInvoiceId: string; attempt: number },
): Promise<void> {
  const [invoice, overdue] = await Promise.all([
    ctx.db.invoice.findFirst({
      where: { stripeInvoiceId, status: "open" },
      select: { id: true, dueMinor: true, currency: true },
    }),
    ctx.db.subscription.findFirst({
      where: { pastDueSince: { not: null } },
      select: { pastDueSince: true },
    }),
  ]);
  if (!invoice || !overdue) return;
  const closing = readOnlyFrom([overdue]) ?? ctx.now;
  await systemNotify(ctx, {
    key: `payment:${invoice.id}:${attempt}`,
    kind: "paymentFailed",
    params: (locale, zone) => ({
      amount: formatMoney({ amountMinor: Number(invoice.dueMinor), currency: invoice.currency }, locale),
      date: formatDate(closing, { locale, zone }),
    }),
    path: `billing/invoices/${invoice.id}/hosted`,
  });
}

/** Tells that a trial ends soon. */
export async function systemTellTrialEnd(ctx: TenantContext, stripeSubscriptionId: string): Promise<void> {
  const trial = await ctx.db.subscription.findFirst({
    where: { stripeSubscriptionId, status: "trialing", trialEnd: { not: null } },
    select: { plan: true, trialEnd: true },
  });
  if (!trial?.trialEnd || (await isLeaving(ctx))) return;
  const end = trial.trialEnd;
  await systemNotify(ctx, {
    key: `trial:${stripeSubscriptionId}`,
    kind: "trialEnding",
    params: (locale, zone) => ({
      plan: isPlan(trial.plan) ? CATALOGUE[trial.plan].name : trial.plan,
      days: TRIAL_DAYS,
      date: formatDate(end, { locale, zone }),
    }),
    path: "billing",
  });
}

/** Whether the tenant is marked for deletion: what happens if one pays, or not, is no truth any more (T5). */
async function isLeaving(ctx: TenantContext): Promise<boolean> {
  return (await findReadOnlyReason(ctx)) === "deletion";
}

/** Tells of each announcement that the plan holds back. The way out is in billing; finance does not see announcements. */
export async function systemTellHeld(ctx: TenantContext): Promise<void> {
  const held = await ctx.db.announcement.findMany({
    where: { status: "paused", statusReason: { in: [...HELD_REASONS] } },
    select: { id: true, body: true, dueAt: true, statusReason: true },
    orderBy: { id: "asc" },
    take: 100,
  });
  for (const { id, body, dueAt, statusReason } of held)
    await systemNotify(ctx, {
      key: `held:${id}:${dueAt?.toISOString() ?? ""}`,
      kind: statusReason === "deletion" ? "heldForDeletion" : "held",
      params: () => ({ text: takeGraphemes(body.split("\n")[0] ?? "", 80) }),
      path: "billing",
    });
}

/** Tells that the tenant has become read-only, on the day it does. */
export async function systemTellClosed(ctx: TenantContext): Promise<void> {
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: { readOnlyFrom: true } });
  if (!tenant.readOnlyFrom || tenant.readOnlyFrom > ctx.now || (await isLeaving(ctx))) return;
  await systemNotify(ctx, {
    key: `closed:${tenant.readOnlyFrom.toISOString()}`,
    kind: "closed",
    params: () => ({ days: RETRY_WINDOW_DAYS }),
    path: "billing",
  });
}
