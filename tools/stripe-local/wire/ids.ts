import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Random letters and digits, as Stripe's ids have them. */
export const randomText = (length: number, alphabet = ALPHABET): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");

/** An id such as `cus_Qx…`. */
export const newId = (prefix: string): string => `${prefix}_${randomText(prefix.length > 3 ? 40 : 24)}`;
