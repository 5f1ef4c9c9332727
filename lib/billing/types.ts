import type { TenantContext } from "@/lib/platform/context";
import type { Money } from "@/lib/shared/money";

export type InvoiceStatus = "draft" | "open" | "paid" | "void" | "uncollectible";

/** What an invoice is told apart by: its status, and whether money was given back since it was paid (X31). */
export type InvoiceState = InvoiceStatus | "credited" | "refunded";

/** One row of the invoices table (B3). `plan` is the name as invoiced; no date: not issued yet. */
export type Invoice = {
  id: string;
  number: string | null;
  plan: string;
  amount: Money;
  /** Taken off by coupons, still to pay, given back by credit notes, given back in money. */
  discount: Money;
  due: Money;
  credited: Money;
  refunded: Money;
  status: InvoiceStatus;
  issuedAt: Date | null;
};

/** A coupon that a subscription has: a share in percent or an amount, and until when. */
export type HeldDiscount = {
  percentOff: number | null;
  amountOffMinor: number | null;
  endsAt: string | null;
};

/** What the tenant is on. Without a subscription only the plan is known. */
export type SubscriptionView = {
  plan: string;
  currency: string;
  subscription: {
    status: string;
    interval: string;
    amount: Money;
    renewsAt: Date | null;
    cancelAt: Date | null;
    trialEnd: Date | null;
    /** A payment is overdue: since when, and when everything becomes read-only (B6). */
    pastDueSince: Date | null;
    readOnlyFrom: Date | null;
    /** A smaller plan that begins when the paid period ends. */
    pending: { plan: string; interval: string; at: Date } | null;
    discount: HeldDiscount | null;
  } | null;
  /** The tenant is marked for deletion, and goes then: nothing can be bought or changed (T5). */
  leavesAt: Date | null;
  /** Whether a trial can still be had: nothing was ever bought or tried. */
  mayTry: boolean;
};

/**
 * Keeps what Stripe answered, in the transaction of the context; `askedAt` is an instant of the database's clock before
 * it was asked.
 */
export type Keep = (ctx: TenantContext, askedAt: Date) => Promise<unknown>;

/** What a change of plan would cost today. */
export type PlanChangePreview = {
  dueNow: Money;
  /** When it begins; null: at once. */
  effectiveAt: Date | null;
  /** The second that the amount was worked out for: the change itself is asked for it, so that both are the same. */
  prorationDate: number;
};

/** Who the invoices are for, and where they are mailed. */
export type BillingProfile = {
  legalName: string;
  taxIdKind: "cpf" | "cnpj" | null;
  /** As people write it. */
  taxId: string | null;
  invoiceEmail: string | null;
};
