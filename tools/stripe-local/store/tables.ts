import type {
  Charge,
  CheckoutSession,
  Coupon,
  CreditNote,
  Customer,
  Discount,
  Event,
  Invoice,
  InvoicePayment,
  PaymentIntent,
  PaymentMethod,
  PortalConfiguration,
  PortalSession,
  Price,
  Product,
  PromotionCode,
  Refund,
  Subscription,
  SubscriptionSchedule,
  TaxId,
  TestClock,
  WebhookEndpoint,
} from "./wire-types";

/** What Stripe knows of an object but never shows. */
export type Secret =
  | { id: string; kind: "card"; number: string; passed?: boolean }
  | {
      id: string;
      kind: "checkout";
      lines: CheckoutLine[];
      subscription: CheckoutSubscription;
      discounts: DiscountParam[];
    }
  /** A card that waits until its holder has been at the bank's page: for a checkout or for an invoice. */
  | { id: string; kind: "challenge"; card: Card }
  | { id: string; kind: "endpoint"; secret: string }
  | { id: string; kind: "links"; secret: string }
  | { id: string; kind: "warned" };

/** A card as it was typed. */
export type Card = { number: string; month: number; year: number; name: string | null; email: string | null };

/** How a request names a discount: by coupon, by promotion code, or one that exists. */
export type DiscountParam = { coupon?: string; promotion_code?: string; discount?: string };

export type CheckoutLine = { id: string; price: string; quantity: number };
export type CheckoutSubscription = {
  metadata: Record<string, string>;
  description: string | null;
  trialEnd: number | null;
  withoutCard: TrialEnd;
};

/** What becomes of a trial that ends while nobody can be charged. */
export type TrialEnd = "create_invoice" | "cancel" | "pause";

/** An amount that waits for the next invoice of a subscription: half of a plan change. */
export type PendingItem = {
  id: string;
  customer: string;
  subscription: string;
  item: string;
  price: string;
  product: string;
  description: string;
  amount: number;
  currency: string;
  quantity: number;
  period: { start: number; end: number };
};

/** One webhook that is still to be answered with 2xx, or was given up. */
export type Delivery = {
  id: string;
  event: string;
  endpoint: string;
  attempts: number;
  nextAt: number | null;
};

/** The answer that a repeated idempotency key gets. */
export type Remembered = { id: string; fingerprint: string; status: number; body: string; at: number };

export type Tables = {
  products: Product;
  prices: Price;
  customers: Customer;
  tax_ids: TaxId;
  payment_methods: PaymentMethod;
  checkout_sessions: CheckoutSession;
  subscriptions: Subscription;
  invoices: Invoice;
  invoice_payments: InvoicePayment;
  payment_intents: PaymentIntent;
  charges: Charge;
  coupons: Coupon;
  promotion_codes: PromotionCode;
  discounts: Discount;
  refunds: Refund;
  credit_notes: CreditNote;
  subscription_schedules: SubscriptionSchedule;
  events: Event;
  webhook_endpoints: WebhookEndpoint;
  portal_sessions: PortalSession;
  portal_configurations: PortalConfiguration;
  test_clocks: TestClock;
  pending_items: PendingItem;
  secrets: Secret;
  deliveries: Delivery;
  remembered: Remembered;
};

export type TableName = keyof Tables;
