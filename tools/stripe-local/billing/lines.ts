import type { PendingItem } from "../store/tables";
import type { InvoiceLine, Price, SubscriptionItem } from "../store/wire-types";
import { newId } from "../wire/ids";
import type { Taken } from "./discounts";
import { amountInLine } from "./money";

export type LineDraft = {
  amount: number;
  description: string;
  item: string;
  period: { start: number; end: number };
  price: Price;
  proration: boolean;
  quantity: number;
  subscription: string;
};

/** "1 × Aldeia Growth (at R$ 149.00 / month)" */
export const lineDescription = (productName: string, price: Price, quantity: number): string => {
  const every = price.recurring?.interval_count ?? 1;
  const interval = every === 1 ? price.recurring?.interval : `every ${every} ${price.recurring?.interval}s`;
  const rate = price.recurring ? ` / ${interval}` : " each";
  return `${quantity} × ${productName} (at ${amountInLine(price.unit_amount ?? 0, price.currency)}${rate})`;
};

/** What an item costs for one whole period. */
export const itemAmount = (item: { price: Price; quantity?: number | undefined }): number =>
  Math.round(Number(item.price.unit_amount_decimal ?? item.price.unit_amount ?? 0) * (item.quantity ?? 1));

/** The line of an item for the period it stands in. */
export const itemLine = (
  item: SubscriptionItem,
  productName: string,
  amount: number,
  description?: string,
): LineDraft => ({
  amount,
  description: description ?? lineDescription(productName, item.price, item.quantity ?? 1),
  item: item.id,
  period: { start: item.current_period_start, end: item.current_period_end },
  price: item.price,
  proration: false,
  quantity: item.quantity ?? 1,
  subscription: item.subscription,
});

/** The line of a plan change that waited for this invoice. */
export const pendingLine = (pending: PendingItem, price: Price): LineDraft => ({
  ...pending,
  price,
  proration: true,
});

export const buildLine = (draft: LineDraft, invoice: string, taken: Taken[]): InvoiceLine => ({
  id: newId("il"),
  object: "line_item",
  amount: draft.amount,
  currency: draft.price.currency,
  description: draft.description,
  discount_amounts: taken,
  discountable: !draft.proration,
  discounts: taken.map((one) => one.discount),
  invoice,
  livemode: false,
  metadata: {},
  parent: {
    type: "subscription_item_details",
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: null,
      proration: draft.proration,
      proration_details: { credited_items: null },
      subscription: draft.subscription,
      subscription_item: draft.item,
    },
  },
  period: draft.period,
  pretax_credit_amounts: [],
  pricing: {
    type: "price_details",
    price_details: { price: draft.price.id, product: draft.price.product },
    unit_amount_decimal: draft.price.unit_amount_decimal,
  },
  quantity: draft.quantity,
  quantity_decimal: String(draft.quantity),
  subscription: draft.subscription,
  subtotal: draft.amount,
  taxes: [],
});
