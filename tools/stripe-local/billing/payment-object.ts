import type { Ctx } from "../store/account";
import type { Charge, Invoice, InvoicePayment, PaymentIntent, PaymentMethod } from "../store/wire-types";
import { newId, randomText } from "../wire/ids";
import type { Decline } from "./cards";

export type Payable = {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
};

export const buildIntent = (ctx: Ctx, payable: Payable): PaymentIntent => {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: payable.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: `${id}_secret_${randomText(24)}`,
    confirmation_method: "automatic",
    created: ctx.now,
    currency: payable.currency,
    customer: payable.customer,
    customer_account: null,
    description: payable.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: "off_session",
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_group: null,
  };
};

const outcomeOf = (decline: Decline | undefined): NonNullable<Charge["outcome"]> => ({
  advice_code: decline ? "try_again_later" : null,
  network_advice_code: null,
  network_decline_code: decline ? "01" : null,
  network_status: decline ? "declined_by_network" : "approved_by_network",
  reason: decline ? (decline.decline_code ?? decline.code) : null,
  seller_message: decline
    ? "The bank did not return any further details with this decline."
    : "Payment complete.",
  type: decline ? "issuer_declined" : "authorized",
});

const methodDetails = (method: PaymentMethod, amount: number): Charge["payment_method_details"] => {
  if (method.type === "boleto") return { type: "boleto", boleto: { tax_id: method.boleto?.tax_id ?? "" } };
  if (method.type === "pix") return { type: "pix", pix: { bank_transaction_id: randomText(32) } };
  return { type: "card", card: cardDetails(method, amount) };
};

const cardDetails = (method: PaymentMethod, amount: number) => ({
  amount_authorized: amount,
  authorization_code: null,
  brand: method.card?.brand ?? null,
  checks: method.card?.checks ?? null,
  country: method.card?.country ?? null,
  electronic_commerce_indicator: null,
  exp_month: method.card?.exp_month ?? 12,
  exp_year: method.card?.exp_year ?? 2034,
  funding: method.card?.funding ?? null,
  installments: null,
  last4: method.card?.last4 ?? null,
  mandate: null,
  network: method.card?.brand ?? null,
  network_transaction_id: null,
  regulated_status: null,
  three_d_secure: null,
  transaction_link_id: null,
  wallet: null,
});

/** A charge for an intent; it failed when a decline is given. */
export const buildCharge = (
  ctx: Ctx,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline?: Decline,
): Charge => ({
  id: newId("ch"),
  object: "charge",
  amount: intent.amount,
  amount_captured: decline ? 0 : intent.amount,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: decline ? null : newId("txn"),
  billing_details: method.billing_details,
  calculated_statement_descriptor: "ALDEIA",
  captured: !decline,
  created: ctx.now,
  currency: intent.currency,
  customer: intent.customer,
  description: intent.description,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: decline?.code ?? null,
  failure_message: decline?.message ?? null,
  fraud_details: {},
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  outcome: outcomeOf(decline),
  paid: !decline,
  payment_intent: intent.id,
  payment_method: method.id,
  payment_method_details: methodDetails(method, intent.amount),
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: decline ? "failed" : "succeeded",
  transfer_data: null,
  transfer_group: null,
});

export const buildInvoicePayment = (ctx: Ctx, invoice: Invoice, intent: string): InvoicePayment => ({
  id: newId("inpay"),
  object: "invoice_payment",
  amount_paid: null,
  amount_requested: invoice.amount_due,
  created: ctx.now,
  currency: invoice.currency,
  invoice: invoice.id,
  is_default: true,
  livemode: false,
  payment: { type: "payment_intent", payment_intent: intent },
  status: "open",
  status_transitions: { canceled_at: null, paid_at: null },
});
