import type { Invoice, InvoiceState } from "./types";

/** What an invoice is called: its status, unless money was given back since (X31). A part given back counts too. */
export function invoiceState({
  status,
  credited,
  refunded,
}: Pick<Invoice, "status" | "credited" | "refunded">): InvoiceState {
  if (refunded.amountMinor > 0) return "refunded";
  return credited.amountMinor > 0 ? "credited" : status;
}
