import { type Ctx, find } from "../store/account";
import { invalid } from "../wire/errors";
import { declineOf } from "./cards";
import { itemAmount } from "./lines";
import { cardRefusal, methodFor } from "./pay";
import type { NewItem } from "./subscription-object";

type Planned = { customer: string; method: string | null; items: NewItem[]; strict: boolean };

/** Refuses a subscription that has nobody to charge and, when `strict`, one whose card would be declined. */
export const preflight = (ctx: Ctx, planned: Planned): void => {
  if (planned.items.every((item) => itemAmount(item) === 0)) return;
  const method = planned.method
    ? find(ctx.account, "payment_methods", planned.method)
    : methodFor(ctx, planned.customer);
  if (!method)
    throw invalid(
      "This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.",
      "resource_missing",
    );
  const decline = planned.strict ? declineFor(ctx, method.id) : undefined;
  if (decline) throw cardRefusal(decline);
};

/** What charging a stored method would answer. */
export const declineFor = (ctx: Ctx, method: string) => {
  const secret = ctx.account.tables.secrets.get(method);
  return secret?.kind === "card" ? declineOf(secret.number) : undefined;
};
