import { type Ctx, change, find, put } from "../store/account";
import { emit } from "../store/events";
import type { Card } from "../store/tables";
import type { PaymentMethod } from "../store/wire-types";
import { invalid, StripeRefusal } from "../wire/errors";
import { newId, randomText } from "../wire/ids";
import { brandOf, declineOnAttach, numberOfToken } from "./cards";
import { cardRefusal } from "./pay";

/** Stores a card as a payment method; only its last four digits are ever shown. */
export const createCard = (ctx: Ctx, card: Card, metadata: Record<string, string> = {}): PaymentMethod => {
  const id = newId("pm");
  const brand = brandOf(card.number);
  put(ctx.account, "secrets", { id, kind: "card", number: card.number });
  return put(ctx.account, "payment_methods", {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: emptyAddress, email: card.email, name: card.name, phone: null, tax_id: null },
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: card.number === "4000000760000002" ? "BR" : "US",
      display_brand: brand,
      exp_month: card.month,
      exp_year: card.year,
      fingerprint: randomText(16),
      funding: "credit",
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: ctx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: "card",
  });
};

const emptyAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** A method by its id, or a new one for a test token such as `pm_card_visa`. */
export const methodOrToken = (ctx: Ctx, id: string, param: string): PaymentMethod => {
  const number = id.startsWith("pm_card_") ? numberOfToken(id) : undefined;
  if (number === undefined) return find(ctx.account, "payment_methods", id, param);
  const year = new Date(ctx.account.site.now() * 1000).getUTCFullYear() + 4;
  return createCard(ctx, { number, month: 12, year, name: null, email: null });
};

/** Gives a method to a customer. @throws card_declined for a card that cannot even be saved. */
export const attachMethod = (ctx: Ctx, method: PaymentMethod, customer: string): PaymentMethod => {
  find(ctx.account, "customers", customer, "customer");
  if (method.customer === customer) return method;
  if (method.customer !== null)
    throw invalid(
      "This payment method has already been attached to a customer.",
      "payment_method_unexpected_state",
      "payment_method",
    );
  const secret = ctx.account.tables.secrets.get(method.id);
  const decline = secret?.kind === "card" ? declineOnAttach(secret.number) : undefined;
  if (decline) throw cardRefusal(decline);
  const attached = change(ctx.account, "payment_methods", method.id, { customer });
  emit(ctx, "payment_method.attached", attached);
  return attached;
};

/** Takes a method from its customer, who then no longer has it as default. */
export const detachMethod = (ctx: Ctx, method: PaymentMethod): PaymentMethod => {
  const owner = method.customer === null ? undefined : ctx.account.tables.customers.get(method.customer);
  if (!owner)
    throw new StripeRefusal(400, {
      type: "invalid_request_error",
      message: "The payment method you provided is not attached to a customer so detachment is impossible.",
    });
  if (owner.invoice_settings.default_payment_method === method.id)
    change(ctx.account, "customers", owner.id, {
      invoice_settings: { ...owner.invoice_settings, default_payment_method: null },
    });
  const detached = change(ctx.account, "payment_methods", method.id, { customer: null });
  emit(ctx, "payment_method.detached", detached, { customer: owner.id });
  return detached;
};
