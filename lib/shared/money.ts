/** An amount is an integer in the currency's minor unit plus the ISO 4217 code; never a float (B8). */
export type Money = { readonly amountMinor: number; readonly currency: string };

// Stripe and Intl disagree on a few currencies; these have no minor unit with Stripe (docs.stripe.com/currencies).
const ZERO_DECIMAL = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const THREE_DECIMAL = new Set("BHD JOD KWD OMR TND".split(" "));

/** Digits after the decimal mark: 2 for BRL and USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toUpperCase();
  if (ZERO_DECIMAL.has(code)) return 0;
  return THREE_DECIMAL.has(code) ? 3 : 2;
}

/** @throws RangeError when the amount is no safe integer or the code is not three letters: a bug, not input. */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError("An amount is a safe integer of minor units");
  if (!/^[A-Za-z]{3}$/u.test(currency)) throw new RangeError("A currency is an ISO 4217 code");
  return { amountMinor, currency: currency.toUpperCase() };
}

/** @throws RangeError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError("Amounts of two currencies cannot be added");
  return money(a.amountMinor + b.amountMinor, a.currency);
}

/** The amount as decimal text without symbol or grouping, exact at any size: `49.00`, `-0.05`, `500`. */
export function toDecimalText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount as people of that locale write it: `R$ 49,00` in pt-BR. Never goes through a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorDigits(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toDecimalText(amount) as `${number}`);
}
