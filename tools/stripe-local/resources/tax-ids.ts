import type Stripe from "stripe";
import { type Ctx, find, newest, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { Customer, TaxId } from "../store/wire-types";
import { missing } from "../wire/errors";
import { newId } from "../wire/ids";
import { pageOf } from "../wire/lists";
import { idIn, operation } from "../wire/operation";

export const createTaxId = (
  ctx: Ctx,
  customer: Customer,
  params: Stripe.CustomerCreateTaxIdParams,
): TaxId => {
  const taxId = put(ctx.account, "tax_ids", {
    id: newId("txi"),
    object: "tax_id",
    country: params.type === "eu_vat" ? params.value.slice(0, 2) : params.type.slice(0, 2).toUpperCase(),
    created: ctx.now,
    customer: customer.id,
    customer_account: null,
    livemode: false,
    owner: { customer: customer.id, customer_account: null, type: "customer" },
    type: params.type,
    value: params.value,
    verification: { status: "unavailable", verified_address: null, verified_name: null },
  });
  emit(ctx, "customer.tax_id.created", taxId);
  return taxId;
};

const ownedBy = (ctx: Ctx, customer: string, id: string): TaxId => {
  const taxId = find(ctx.account, "tax_ids", id);
  if (taxId.customer !== customer) throw missing("tax_id", id, "id");
  return taxId;
};

export const taxIdOperations = [
  operation<Stripe.CustomerCreateTaxIdParams>("POST /v1/customers/{id}/tax_ids", (call) =>
    createTaxId(call, find(call.account, "customers", idIn(call)), call.params),
  ),
  operation<Stripe.CustomerListTaxIdsParams>("GET /v1/customers/{id}/tax_ids", (call) => {
    const customer = find(call.account, "customers", idIn(call));
    const all = newest(call.account, "tax_ids", (one) => one.customer === customer.id);
    return pageOf(all, call.params, `/v1/customers/${customer.id}/tax_ids`);
  }),
  operation("GET /v1/customers/{customerId}/tax_ids/{id}", (call) =>
    ownedBy(call, idIn(call, "customerId"), idIn(call)),
  ),
  operation("DELETE /v1/customers/{customerId}/tax_ids/{id}", (call) => {
    const taxId = ownedBy(call, idIn(call, "customerId"), idIn(call));
    remove(call.account, "tax_ids", taxId.id);
    emit(call, "customer.tax_id.deleted", taxId);
    return { id: taxId.id, object: "tax_id", deleted: true };
  }),
];
