import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Stripe from "stripe";
import { type StandIn, startStandIn } from "@/tools/stripe-local/server";
import { readSettings } from "@/tools/stripe-local/settings";

export const newDataDir = (): string => mkdtempSync(path.join(tmpdir(), "stripe-local-"));

/** A stand-in on a free port with a folder of its own. */
export const startForTest = (
  dataDir: string,
  env: Record<string, string> = {},
  clock: { now?: () => number } = {},
): Promise<StandIn> =>
  startStandIn({
    ...readSettings({
      STRIPE_LOCAL_PORT: "0",
      STRIPE_LOCAL_DATA_DIR: dataDir,
      STRIPE_LOCAL_RETRY_SECONDS: "1,1,1",
      ...env,
    }),
    ...clock,
  });

/** The real SDK, pointed at the stand-in. */
export const sdkFor = (standIn: StandIn, key = "sk_test_aurora"): Stripe =>
  new Stripe(key, {
    host: "127.0.0.1",
    port: standIn.port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  });

export const removeDir = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });

/** A product with a monthly and a yearly price in BRL. */
export const makeCatalogue = async (stripe: Stripe) => {
  const product = await stripe.products.create({ name: "Aldeia Growth" });
  const monthly = await stripe.prices.create({
    product: product.id,
    currency: "brl",
    unit_amount: 14_900,
    recurring: { interval: "month" },
    lookup_key: "growth_brl_month",
  });
  const yearly = await stripe.prices.create({
    product: product.id,
    currency: "brl",
    unit_amount: 149_000,
    recurring: { interval: "year" },
    lookup_key: "growth_brl_year",
  });
  return { product, monthly, yearly };
};

export type Received = { body: string; signature: string };

/** An endpoint that keeps what it gets; `answer` decides the status of each delivery. */
export const startEndpoint = async (answer: (count: number) => number = () => 200) => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({
      body: Buffer.concat(chunks).toString("utf8"),
      signature: String(request.headers["stripe-signature"]),
    });
    response.writeHead(answer(received.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

/** Fills the hosted checkout form as a browser would and answers the response, unfollowed. */
export const submitCheckout = (url: string, number: string): Promise<Response> =>
  fetch(url, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      email: "financeiro@aurora.example",
      cardNumber: number,
      cardExpiry: "12 / 34",
      cardCvc: "123",
      billingName: "Ana Souza",
    }),
  });

/** Waits until a condition holds. */
export const until = async (holds: () => boolean | Promise<boolean>, ms = 8000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("The condition did not come to hold in time.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
