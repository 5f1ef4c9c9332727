import type Stripe from "stripe";
import type { Ctx } from "../store/account";
import type { CheckoutSession } from "../store/wire-types";
import { newId } from "../wire/ids";
import { mergeMetadata } from "../wire/operation";

const DAY = 86_400;

const unusedFields = () => ({
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  optional_items: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: "automatic" as const } },
  payment_method_types: ["card"],
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  wallet_options: null,
});

/** An open session with its hosted page; what it costs is worked out next. */
export const buildSession = (
  ctx: Ctx,
  params: Stripe.Checkout.SessionCreateParams,
  currency: string,
): CheckoutSession => {
  const id = newId("cs_test");
  return {
    ...unusedFields(),
    id,
    object: "checkout.session",
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    amount_subtotal: 0,
    amount_total: 0,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: ctx.now,
    currency,
    customer: params.customer ?? null,
    customer_creation: params.customer ? null : "always",
    customer_details: params.customer_email ? details(params.customer_email, null) : null,
    customer_email: params.customer_email ?? null,
    expires_at: params.expires_at ?? ctx.account.site.now() + DAY,
    locale: params.locale ?? null,
    metadata: mergeMetadata({}, params.metadata),
    mode: "subscription",
    payment_method_collection: params.payment_method_collection ?? "always",
    payment_status: "unpaid",
    phone_number_collection: { enabled: false },
    status: "open",
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${ctx.account.site.url}/c/pay/${id}`,
  };
};

/** Who paid, as the page asked. */
export const details = (
  email: string | null,
  name: string | null,
): NonNullable<CheckoutSession["customer_details"]> => ({
  address: null,
  business_name: null,
  email,
  individual_name: null,
  name,
  phone: null,
  tax_exempt: "none",
  tax_ids: [],
});
