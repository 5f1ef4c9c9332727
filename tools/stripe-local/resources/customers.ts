import type Stripe from "stripe";
import { cancelSubscription } from "../billing/cancel";
import { clockOf } from "../billing/clock";
import { attachMethod, methodOrToken } from "../billing/methods";
import { type Account, type Ctx, change, find, newest, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { Customer, PaymentMethod } from "../store/wire-types";
import { missing } from "../wire/errors";
import { newId, randomText } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";
import { createTaxId } from "./tax-ids";

const addressOf = (
  given: Stripe.AddressParam | "" | null | undefined,
): NonNullable<Customer["address"]> | null =>
  given
    ? {
        city: given.city ?? null,
        country: given.country ?? null,
        line1: given.line1 ?? null,
        line2: given.line2 ?? null,
        postal_code: given.postal_code ?? null,
        state: given.state ?? null,
      }
    : null;

const build = (params: Stripe.CustomerCreateParams, now: number): Customer => ({
  id: newId("cus"),
  object: "customer",
  address: addressOf(params.address),
  balance: params.balance ?? 0,
  created: now,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: params.description ?? null,
  discount: null,
  email: params.email ?? null,
  invoice_prefix: params.invoice_prefix ?? randomText(8, "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"),
  invoice_settings: {
    custom_fields: null,
    default_payment_method: null,
    footer: params.invoice_settings?.footer ?? null,
    rendering_options: null,
  },
  livemode: false,
  metadata: mergeMetadata({}, params.metadata),
  name: params.name ?? null,
  next_invoice_sequence: params.next_invoice_sequence ?? 1,
  phone: params.phone ?? null,
  preferred_locales: params.preferred_locales ?? [],
  shipping: null,
  tax_exempt: params.tax_exempt || "none",
  test_clock: params.test_clock ?? null,
});

export const createCustomer = (ctx: Ctx, params: Stripe.CustomerCreateParams): Customer => {
  const clock = params.test_clock ? find(ctx.account, "test_clocks", params.test_clock, "test_clock") : null;
  const at = { account: ctx.account, now: clock?.frozen_time ?? ctx.now };
  const method = params.payment_method && methodOrToken(at, params.payment_method, "payment_method");
  const bare = put(ctx.account, "customers", build(params, at.now));
  const customer = method ? withMethod(at, bare, method, params) : bare;
  emit(at, "customer.created", customer);
  for (const taxId of params.tax_id_data ?? []) createTaxId(at, customer, taxId);
  return customer;
};

/** A new customer with their method of payment; a card that cannot be saved makes no customer. */
const withMethod = (
  at: Ctx,
  bare: Customer,
  method: PaymentMethod,
  { payment_method: named, invoice_settings: settings }: Stripe.CustomerCreateParams,
): Customer => {
  try {
    attachMethod(at, method, bare.id);
  } catch (error) {
    remove(at.account, "customers", bare.id);
    throw error;
  }
  if (settings?.default_payment_method !== named) return bare;
  return change(at.account, "customers", bare.id, {
    invoice_settings: { ...bare.invoice_settings, default_payment_method: method.id },
  });
};

const text = (given: string | null | undefined, old: string | null | undefined): string | null =>
  given === undefined ? (old ?? null) : given || null;

const updateCustomer = (account: Account, old: Customer, params: Stripe.CustomerUpdateParams): Customer => {
  const method = params.invoice_settings?.default_payment_method;
  if (
    method &&
    find(account, "payment_methods", method, "invoice_settings[default_payment_method]").customer !== old.id
  )
    throw missing("payment_method", method, "invoice_settings[default_payment_method]");
  return change(account, "customers", old.id, {
    address: params.address === undefined ? (old.address ?? null) : addressOf(params.address),
    balance: params.balance ?? old.balance,
    description: text(params.description, old.description),
    email: text(params.email, old.email),
    invoice_prefix: params.invoice_prefix ?? old.invoice_prefix ?? null,
    invoice_settings: {
      ...old.invoice_settings,
      ...(method !== undefined && { default_payment_method: method || null }),
    },
    metadata: mergeMetadata(old.metadata, params.metadata),
    name: text(params.name, old.name),
    phone: text(params.phone, old.phone),
    preferred_locales: params.preferred_locales ?? old.preferred_locales ?? [],
    tax_exempt: params.tax_exempt || (old.tax_exempt ?? "none"),
  });
};

/** The fields of the old object that the new one changed, as `previous_attributes` has them. */
const changedFields = (old: object, now: object): object =>
  Object.fromEntries(
    Object.entries(old).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(now, key)),
    ),
  );

export const customerOperations = [
  operation<Stripe.CustomerCreateParams>("POST /v1/customers", (call) => createCustomer(call, call.params)),
  operation("GET /v1/customers/{id}", (call) => find(call.account, "customers", idIn(call))),
  operation<Stripe.CustomerUpdateParams>("POST /v1/customers/{id}", (call) => {
    const old = find(call.account, "customers", idIn(call));
    const customer = updateCustomer(call.account, old, call.params);
    emit(
      { ...call, now: clockOf(call, old.id).now },
      "customer.updated",
      customer,
      changedFields(old, customer),
    );
    return customer;
  }),
  operation<Stripe.CustomerListParams>("GET /v1/customers", ({ account, params }) => {
    const all = newest(
      account,
      "customers",
      (one) =>
        (params.email === undefined || one.email === params.email) &&
        (params.test_clock === undefined ? !one.test_clock : one.test_clock === params.test_clock) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/customers");
  }),
  operation("DELETE /v1/customers/{id}", (call) => {
    const customer = find(call.account, "customers", idIn(call));
    deleteCustomer(clockOf(call, customer.id), customer);
    return { id: customer.id, object: "customer", deleted: true };
  }),
];

/** Cancels what runs and removes the customer; invoices stay. */
export const deleteCustomer = (ctx: Ctx, customer: Customer): void => {
  const running = newest(
    ctx.account,
    "subscriptions",
    (one) => one.customer === customer.id && one.ended_at === null,
  );
  for (const subscription of running) cancelSubscription(ctx, subscription, null);
  remove(ctx.account, "customers", customer.id);
  emit(ctx, "customer.deleted", customer);
};
