import { createHash } from "node:crypto";
import { type Account, put, remove } from "../store/account";
import type { Remembered } from "../store/tables";
import { StripeRefusal } from "./errors";

const KEPT_SECONDS = 24 * 3600;

/** One number for a request: the same only for the same operation with the same parameters. */
export const fingerprintOf = (operation: string, body: string): string =>
  createHash("sha256").update(`${operation}\n${body}`).digest("base64url");

/** The answer that this key got before. @throws idempotency_error when it was used for another request. */
export const recall = (account: Account, key: string, fingerprint: string): Remembered | undefined => {
  const known = account.tables.remembered.get(key);
  if (!known || known.at + KEPT_SECONDS < account.site.now()) return undefined;
  if (known.fingerprint === fingerprint) return known;
  throw new StripeRefusal(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
};

/** Keeps an answer for a day and forgets older ones. */
export const remember = (account: Account, answer: Omit<Remembered, "at">): void => {
  const now = account.site.now();
  for (const old of account.tables.remembered.values()) {
    if (old.at + KEPT_SECONDS >= now) break;
    remove(account, "remembered", old.id);
  }
  put(account, "remembered", { ...answer, at: now });
};
