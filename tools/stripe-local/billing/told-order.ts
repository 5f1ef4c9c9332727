import { type Ctx, put } from "../store/account";

/** The order in which Stripe was seen to tell of a finished checkout; within a second it promises none. */
const TOLD_ORDER = [
  "charge.succeeded",
  "payment_method.attached",
  "customer.created",
  "customer.updated",
  "customer.discount.created",
  "invoice.created",
  "customer.subscription.created",
  "customer.discount.deleted",
  "invoice.finalized",
  "invoice.updated",
  "customer.subscription.updated",
  "customer.subscription.trial_will_end",
  "invoice.paid",
  "invoice.payment_succeeded",
  "payment_intent.created",
  "payment_intent.succeeded",
  "payment_intent.requires_action",
  "invoice.payment_action_required",
  "invoice_payment.paid",
  "checkout.session.completed",
];

/** Does something and puts the events that it caused, and their deliveries, into the order above. */
export const inToldOrder = <T>(ctx: Ctx, run: () => T): T => {
  const { events, deliveries } = ctx.account.tables;
  const mark = events.size;
  const result = run();
  const told = [...events.values()].slice(mark);
  const sorted = told.toSorted((a, b) => TOLD_ORDER.indexOf(a.type) - TOLD_ORDER.indexOf(b.type));
  const waiting = [...deliveries.values()];
  for (const event of sorted) {
    events.delete(event.id);
    put(ctx.account, "events", event);
    for (const delivery of waiting.filter((one) => one.event === event.id)) {
      deliveries.delete(delivery.id);
      put(ctx.account, "deliveries", delivery);
    }
  }
  return result;
};
