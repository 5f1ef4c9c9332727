import "server-only";
import { z } from "zod";
import { CATALOGUE, CURRENCIES, INTERVALS, METERS, PLANS, type Plan, planPrice } from "@/lib/plans/catalogue";
import { listMeters } from "@/lib/plans/plan-limits";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { getSubscription } from "./queries/get-subscription";
import { INVOICE_STATUSES } from "./schema";
import type { Invoice, SubscriptionView } from "./types";

export const moneyShape = z.object({ amountMinor: z.int(), currency: z.string() }).meta({ id: "Money" });

export const planShape = z
  .object({
    id: z.enum(PLANS),
    name: z.string(),
    limits: z.record(z.enum(METERS), z.int().nullable()).meta({ description: "null: no limit of the plan" }),
    prices: z.array(z.object({ interval: z.enum(INTERVALS), amount: moneyShape })),
  })
  .meta({ id: "Plan" });

export const subscriptionShape = z
  .object({
    plan: z.string(),
    currency: z.string(),
    subscription: z
      .object({
        status: z.string(),
        interval: z.string(),
        amount: moneyShape,
        renewsAt: z.iso.datetime().nullable(),
        cancelAt: z.iso.datetime().nullable(),
        trialEnd: z.iso.datetime().nullable(),
        pastDueSince: z.iso.datetime().nullable(),
        readOnlyFrom: z.iso
          .datetime()
          .nullable()
          .meta({ description: "When an overdue payment closes the tenant" }),
        pending: z
          .object({ plan: z.string(), interval: z.string(), at: z.iso.datetime() })
          .nullable()
          .meta({ description: "A smaller plan that begins when the paid period ends" }),
        discount: z
          .object({
            percentOff: z.number().nullable(),
            amountOffMinor: z.int().nullable(),
            endsAt: z.iso.datetime().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    leavesAt: z.iso.datetime().nullable().meta({
      description: "The tenant is deleted then: until that is undone nothing can be bought or changed",
    }),
    mayTry: z.boolean().meta({ description: "Whether a trial can still be had" }),
    meters: z.record(z.enum(METERS), z.object({ used: z.int(), limit: z.int().nullable() })),
  })
  .meta({ id: "Subscription" });

export const invoiceShape = z
  .object({
    id: z.uuid(),
    number: z.string().nullable(),
    plan: z.string().meta({ description: "The plan's name as invoiced" }),
    amount: moneyShape,
    discount: moneyShape.meta({ description: "Taken off by coupons" }),
    due: moneyShape.meta({ description: "Still to pay" }),
    credited: moneyShape.meta({ description: "Given back by credit notes" }),
    refunded: moneyShape.meta({ description: "Given back in money" }),
    status: z.enum(INVOICE_STATUSES),
    invoiceUrl: z.url().nullable().meta({ description: "Ours: leads to a fresh hosted page" }),
    invoicePdf: z.url().nullable(),
    date: z.iso.datetime().nullable().meta({ description: "When it was issued; null for a draft" }),
  })
  .meta({ id: "Invoice" });

/** A plan of the catalogue as the API shows it. */
export function planView(plan: Plan): z.input<typeof planShape> {
  const { name, limits } = CATALOGUE[plan];
  const prices = CURRENCIES.flatMap((currency) =>
    INTERVALS.flatMap((interval) => {
      const amount = planPrice(plan, currency, interval);
      return amount ? [{ interval, amount }] : [];
    }),
  );
  return { id: plan, name, limits, prices };
}

/** The tenant's subscription with its meters. @throws Refusal `not_allowed` (B7) */
export async function subscriptionView(ctx: TenantContext): Promise<z.input<typeof subscriptionShape>> {
  const { subscription: live, leavesAt, ...known } = await getSubscription(ctx);
  return {
    ...known,
    leavesAt: leavesAt?.toISOString() ?? null,
    subscription: live && liveView(live),
    meters: await listMeters(ctx),
  };
}

function liveView(live: NonNullable<SubscriptionView["subscription"]>) {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...live,
    renewsAt: iso(live.renewsAt),
    cancelAt: iso(live.cancelAt),
    trialEnd: iso(live.trialEnd),
    pastDueSince: iso(live.pastDueSince),
    readOnlyFrom: iso(live.readOnlyFrom),
    pending: live.pending && { ...live.pending, at: live.pending.at.toISOString() },
  };
}

/** An invoice as the API shows it: its two addresses are ours, and a draft has none (X31). */
export function invoiceView({ issuedAt, ...invoice }: Invoice): z.input<typeof invoiceShape> {
  const own = `${publicUrl()}/api/v1/invoices/${invoice.id}`;
  const issued = invoice.status !== "draft";
  return {
    ...invoice,
    invoiceUrl: issued ? `${own}/hosted` : null,
    invoicePdf: issued ? `${own}/pdf` : null,
    date: issuedAt?.toISOString() ?? null,
  };
}
