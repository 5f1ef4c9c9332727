/** Digits after the point: 2 for BRL, 0 for JPY. */
const fractionOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as people of a locale write it. */
export const formatAmount = (amount: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount / 10 ** fractionOf(currency));

/** The amount as it stands in an invoice line: "R$ 149.00", "$20.00". */
export const amountInLine = (amount: number, currency: string): string => {
  const text = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const parts = text
    .formatToParts(amount / 10 ** fractionOf(currency))
    .filter((part) => part.value.trim() !== "");
  return parts
    .map((part) => (part.type === "currency" && /^[A-Z]/i.test(part.value) ? `${part.value} ` : part.value))
    .join("");
};
