import { checkoutSessionOperations } from "../resources/checkout-sessions";
import { couponOperations } from "../resources/coupons";
import { creditNoteOperations } from "../resources/credit-notes";
import { customerOperations } from "../resources/customers";
import { eventOperations } from "../resources/events";
import { invoiceOperations } from "../resources/invoices";
import { paymentMethodOperations } from "../resources/payment-methods";
import { paymentOperations } from "../resources/payments";
import { portalOperations } from "../resources/portal";
import { priceOperations } from "../resources/prices";
import { productOperations } from "../resources/products";
import { promotionCodeOperations } from "../resources/promotion-codes";
import { refundOperations } from "../resources/refunds";
import { subscriptionScheduleOperations } from "../resources/subscription-schedules";
import { subscriptionOperations } from "../resources/subscriptions";
import { taxIdOperations } from "../resources/tax-ids";
import { testClockOperations } from "../resources/test-clocks";
import { webhookEndpointOperations } from "../resources/webhook-endpoints";
import type { Operation } from "./operation";

/** Everything that the stand-in speaks. */
export const OPERATIONS: Operation[] = [
  ...checkoutSessionOperations,
  ...couponOperations,
  ...creditNoteOperations,
  ...customerOperations,
  ...eventOperations,
  ...invoiceOperations,
  ...paymentMethodOperations,
  ...paymentOperations,
  ...portalOperations,
  ...priceOperations,
  ...productOperations,
  ...promotionCodeOperations,
  ...refundOperations,
  ...subscriptionOperations,
  ...subscriptionScheduleOperations,
  ...taxIdOperations,
  ...testClockOperations,
  ...webhookEndpointOperations,
];

const ROUTES = OPERATIONS.map((operation) => {
  const [method = "", pattern = ""] = operation.name.split(" ");
  return { operation, method, parts: pattern.split("/") };
});

/** The operation of a method and path, with the ids in the path. A fixed name goes before an id. */
export const route = (
  method: string,
  path: string,
): { operation: Operation; path: Record<string, string> } | undefined => {
  const given = path.split("/");
  const fitting = ROUTES.filter(
    (one) =>
      one.method === method &&
      one.parts.length === given.length &&
      one.parts.every((part, at) => part === given[at] || (part.startsWith("{") && given[at] !== "")),
  );
  const best = fitting.find((one) => one.parts.every((part, at) => part === given[at])) ?? fitting[0];
  if (!best) return undefined;
  const ids = best.parts.flatMap((part, at) =>
    part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(given[at] ?? "")]] : [],
  );
  return { operation: best.operation, path: Object.fromEntries(ids) };
};
