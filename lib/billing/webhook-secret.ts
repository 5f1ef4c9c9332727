import "server-only";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataDir, stripeSettings } from "@/lib/platform/env";

const registered = z.object({ endpointId: z.string(), url: z.string(), secret: z.string() });
export type RegisteredEndpoint = z.output<typeof registered>;

const path = (): string => join(dataDir(), "stripe-webhook.json");

/** What signs Stripe's webhooks: from the environment, else that of the endpoint registered at the stand-in. */
export function readWebhookSecret(): string | null {
  return stripeSettings().webhookSecret ?? readRegisteredEndpoint()?.secret ?? null;
}

/** The endpoint that this installation registered at the stand-in, or null. */
export function readRegisteredEndpoint(): RegisteredEndpoint | null {
  try {
    return registered.parse(JSON.parse(readFileSync(path(), "utf8")));
  } catch {
    return null;
  }
}

/** Keeps the endpoint with its secret, which Stripe tells only once; readable by this user alone. */
export function keepRegisteredEndpoint(endpoint: RegisteredEndpoint): void {
  writeFileSync(path(), JSON.stringify(endpoint), { mode: 0o600 });
}
