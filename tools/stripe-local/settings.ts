import type { StandInOptions } from "./server";

const THIRTY_DAYS = 30 * 86_400;

const numberIn = (text: string | undefined, fallback: number): number => {
  const value = Number(text);
  return text === undefined || text === "" || !Number.isFinite(value) ? fallback : value;
};

/** Reads the settings of the stand-in from the environment; every one has a default. */
export const readSettings = (env: Record<string, string | undefined>): StandInOptions => ({
  port: numberIn(env.STRIPE_LOCAL_PORT, 4242),
  host: env.STRIPE_LOCAL_HOST ?? "127.0.0.1",
  dataDir: env.STRIPE_LOCAL_DATA_DIR ?? ".aldeia/stripe",
  publicUrl: env.STRIPE_LOCAL_PUBLIC_URL,
  linkSeconds: numberIn(env.STRIPE_LOCAL_LINK_SECONDS, THIRTY_DAYS),
  delivery: {
    retrySeconds: (env.STRIPE_LOCAL_RETRY_SECONDS ?? "1,5,30,300,3600,10800").split(",").map(Number),
    shuffle: env.STRIPE_LOCAL_SHUFFLE ? numberIn(env.STRIPE_LOCAL_SHUFFLE, 1) : null,
    duplicatePercent: numberIn(env.STRIPE_LOCAL_DUPLICATE, 0),
    timeoutMs: numberIn(env.STRIPE_LOCAL_WEBHOOK_TIMEOUT_MS, 20_000),
  },
});
