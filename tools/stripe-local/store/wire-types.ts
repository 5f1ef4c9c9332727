import type Stripe from "stripe";

/** A field as it is stored: an expandable reference is its id, a decimal its text. */
type Field<P> = Plain<string extends P ? Exclude<P, { id: string }> : P>;

/** An object of the SDK's types as it travels: no expanded references, decimals as text. */
export type Plain<T> = T extends Stripe.Decimal
  ? string
  : T extends string
    ? T
    : T extends (infer Item)[]
      ? Field<Item>[]
      : T extends object
        ? { [Key in keyof T]: Field<T[Key]> }
        : T;

export type Product = Plain<Stripe.Product>;
export type Price = Plain<Stripe.Price>;
export type Customer = Plain<Stripe.Customer>;
export type TaxId = Plain<Stripe.TaxId>;
export type PaymentMethod = Plain<Stripe.PaymentMethod>;
export type CheckoutSession = Plain<Stripe.Checkout.Session>;
export type LineItem = Plain<Stripe.LineItem>;
export type Subscription = Plain<Stripe.Subscription>;
export type SubscriptionItem = Plain<Stripe.SubscriptionItem>;
export type Invoice = Plain<Stripe.Invoice>;
export type InvoiceLine = Plain<Stripe.InvoiceLineItem>;
export type InvoicePayment = Plain<Stripe.InvoicePayment>;
export type PaymentIntent = Plain<Stripe.PaymentIntent>;
export type Charge = Plain<Stripe.Charge>;
export type Refund = Plain<Stripe.Refund>;
export type CreditNote = Plain<Stripe.CreditNote>;
export type CreditNoteLine = Plain<Stripe.CreditNoteLineItem>;
export type Coupon = Plain<Stripe.Coupon>;
export type PromotionCode = Plain<Stripe.PromotionCode>;
export type Discount = Plain<Stripe.Discount>;
export type SubscriptionSchedule = Plain<Stripe.SubscriptionSchedule>;
export type WebhookEndpoint = Plain<Stripe.WebhookEndpoint>;
export type PortalSession = Plain<Stripe.BillingPortal.Session>;
export type PortalConfiguration = Plain<Stripe.BillingPortal.Configuration>;
export type TestClock = Plain<Stripe.TestHelpers.TestClock>;

/** An event; its object is kept as it was when the event happened. */
export type Event = {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: object };
  livemode: boolean;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
};
