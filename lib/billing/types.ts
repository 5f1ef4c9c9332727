import type { Money } from "@/lib/shared/money";

export type InvoiceStatus = "draft" | "open" | "paid" | "void" | "uncollectible";

/** One row of the invoices table (B3). `plan` is the name as invoiced; no date: not issued yet. */
export type Invoice = {
  id: string;
  number: string | null;
  plan: string;
  amount: Money;
  status: InvoiceStatus;
  issuedAt: Date | null;
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
  } | null;
};
