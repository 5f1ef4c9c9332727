import type Stripe from "stripe";
import { find, newest } from "../store/account";
import type { Event } from "../store/wire-types";
import { inRange, pageOf } from "../wire/lists";
import { idIn, operation } from "../wire/operation";

const matches = (type: string, wanted: string): boolean =>
  wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;

export const eventOperations = [
  operation("GET /v1/events/{id}", (call) => find(call.account, "events", idIn(call))),
  operation<Stripe.EventListParams>("GET /v1/events", ({ account, params }) => {
    const undelivered = new Set([...account.tables.deliveries.values()].map((delivery) => delivery.event));
    const keep = (one: Event): boolean =>
      (params.type === undefined || matches(one.type, params.type)) &&
      (params.types === undefined || params.types.some((type) => matches(one.type, type))) &&
      (params.delivery_success === undefined || undelivered.has(one.id) !== params.delivery_success) &&
      inRange(one.created, params.created);
    return pageOf(newest(account, "events", keep), params, "/v1/events");
  }),
];
