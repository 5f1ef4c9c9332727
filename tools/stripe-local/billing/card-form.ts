import type { Ctx } from "../store/account";
import type { Card } from "../store/tables";
import { type Decline, passesLuhn } from "./cards";

/** What the form itself would refuse before any bank is asked. */
export const unreadable = (ctx: Ctx, card: Card): Decline | undefined => {
  if (!passesLuhn(card.number))
    return { code: "incorrect_number", message: "Your card number is incorrect." };
  const today = new Date(ctx.account.site.now() * 1000);
  const past = card.year * 12 + card.month <= today.getUTCFullYear() * 12 + today.getUTCMonth();
  const nonsense = !(card.month >= 1 && card.month <= 12 && card.year < today.getUTCFullYear() + 50);
  return past || nonsense
    ? { code: "invalid_expiry", message: "Your card's expiration date is invalid." }
    : undefined;
};

/** A card out of the fields of a form. */
export const readCard = (read: (name: string) => string, email: string | null): Card => {
  const [month = "", year = ""] = read("cardExpiry").split(/\s*\/\s*/);
  return {
    number: read("cardNumber").replaceAll(/\D/g, ""),
    month: Number(month),
    year: Number(year) + (year.length === 2 ? 2000 : 0),
    name: read("billingName") || null,
    email,
  };
};
