import "server-only";
import Stripe from "stripe";
import { stripeSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { patientHttpClient } from "./patient-client";

const TIMEOUT_MS = 20_000;
const holder = globalThis as typeof globalThis & { aldeiaStripe?: Stripe };

/** The one door to Stripe: the real SDK, pointed at the local stand-in where no key is set (B2). */
export function stripe(): Stripe {
  holder.aldeiaStripe ??= connect();
  return holder.aldeiaStripe;
}

function connect(): Stripe {
  const { secretKey, localPort } = stripeSettings();
  const httpClient = patientHttpClient();
  const common = { telemetry: false, maxNetworkRetries: 2, timeout: TIMEOUT_MS, httpClient };
  if (localPort === undefined) return new Stripe(secretKey, common);
  return new Stripe(secretKey, { ...common, host: "127.0.0.1", port: localPort, protocol: "http" });
}

/** Whether events of real money are expected; those of the other mode are refused (X33). */
export function expectsLivemode(): boolean {
  return /^(sk|rk)_live_/.test(stripeSettings().secretKey);
}

/**
 * Asks Stripe in the name of a person who waits. What cannot be reached is a refusal they can act on, not a bug.
 * @throws Refusal `unavailable`, `payment_declined`
 */
export async function askStripe<T>(ask: (client: Stripe) => Promise<T>): Promise<T> {
  try {
    return await ask(stripe());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) throw new Refusal("payment_declined");
    if (!isUnreachable(error)) throw error;
    log.warn({ err: (error as Error).message }, "Stripe could not be reached");
    throw new Refusal("unavailable");
  }
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    error instanceof Stripe.errors.StripeAPIError
  );
}

/** Whether an error says that Stripe does not know the object (any more). */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}
