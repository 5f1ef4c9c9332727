/** Stripe's published test cards: what each number answers when it is charged. */
export type Decline = { code: string; decline_code?: string; message: string };

const GENERIC: Decline = {
  code: "card_declined",
  decline_code: "generic_decline",
  message: "Your card was declined.",
};

/** Numbers that are refused only when they are charged; they can be saved. */
const SAVES_THEN_FAILS = "4000000000000341";

/** 3-D Secure: wanted once, when the card is saved; wanted at every payment; wanted at every payment, and then without funds. */
const CHALLENGED_ON_SETUP = "4000002500003155";
const CHALLENGED_ALWAYS = "4000002760003184";
const CHALLENGED_WITHOUT_FUNDS = "4000008260003178";

const DECLINES: Record<string, Decline> = {
  "4000000000000002": GENERIC,
  "4000000000000341": GENERIC,
  "4000000000009995": {
    code: "card_declined",
    decline_code: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  "4000000000009987": {
    code: "card_declined",
    decline_code: "lost_card",
    message: "Your card was declined.",
  },
  "4000000000009979": {
    code: "card_declined",
    decline_code: "stolen_card",
    message: "Your card was declined.",
  },
  [CHALLENGED_WITHOUT_FUNDS]: {
    code: "card_declined",
    decline_code: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  "4000000000000069": { code: "expired_card", message: "Your card has expired." },
  "4000000000000127": { code: "incorrect_cvc", message: "Your card's security code is incorrect." },
  "4000000000000119": { code: "processing_error", message: "An error occurred while processing your card." },
};

const TOKENS: Record<string, string> = {
  visa: "4242424242424242",
  mastercard: "5555555555554444",
  amex: "378282246310005",
  br: "4000000760000002",
  authenticationRequired: CHALLENGED_ALWAYS,
  authenticationRequiredOnSetup: CHALLENGED_ON_SETUP,
  chargeCustomerFail: "4000000000000341",
  chargeDeclined: "4000000000000002",
  visa_chargeDeclined: "4000000000000002",
  visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  chargeDeclinedInsufficientFunds: "4000000000009995",
  chargeDeclinedExpiredCard: "4000000000000069",
  chargeDeclinedIncorrectCvc: "4000000000000127",
  chargeDeclinedProcessingError: "4000000000000119",
};

/** The number behind `pm_card_visa` or `tok_visa`. */
export const numberOfToken = (token: string): string | undefined =>
  TOKENS[token.replace(/^(pm_card_|tok_)/, "")];

/** What charging the number answers; `undefined` means it goes through. */
export const declineOf = (number: string): Decline | undefined => DECLINES[number];

/** Whether the bank wants to see the customer: on the page more often than for a saved card. */
export const needsChallenge = (number: string, where: "on_page" | "off_session"): boolean =>
  number === CHALLENGED_ALWAYS ||
  number === CHALLENGED_WITHOUT_FUNDS ||
  (number === CHALLENGED_ON_SETUP && where === "on_page");

/** What saving the number to a customer answers: Stripe tries the card then. */
export const declineOnAttach = (number: string): Decline | undefined =>
  number === SAVES_THEN_FAILS || number === CHALLENGED_WITHOUT_FUNDS ? undefined : DECLINES[number];

export const brandOf = (number: string): string => {
  if (number.startsWith("4")) return "visa";
  if (/^5[1-5]|^2[2-7]/.test(number)) return "mastercard";
  if (/^3[47]/.test(number)) return "amex";
  return /^(5067|6362|6516)/.test(number) ? "elo" : "unknown";
};

/** The check digit that every card number carries. */
export const passesLuhn = (number: string): boolean => {
  const digits = [...number].reverse().map((digit, at) => (at % 2 === 1 ? Number(digit) * 2 : Number(digit)));
  const sum = digits.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
};
