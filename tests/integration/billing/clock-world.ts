import type Stripe from "stripe";
import { receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { stripe } from "@/lib/billing/stripe-client";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { aTenant, type Neighbour } from "../../support/world";
import { type Received, until } from "../stripe-local/stand-in";
import { handleAll, type StripeWorld } from "./stripe-world";

const DAY = 86_400;

/** A tenant whose customer at Stripe lives by a test clock, and what moves it through time. */
export type Timed = {
  tenant: Neighbour;
  customer: string;
  clock: string;
  /** The contexts of the product at the clock's time. */
  as: (role: "owner" | "finance") => TenantContext;
  system: () => TenantContext;
  /** Lives through some days; every webhook of them is received and handled, as `settle` does. */
  pass: (days: number, order?: Order) => Promise<void>;
  /** Receives and handles what the stand-in has sent since; with an order one by one. */
  settle: (order?: Order) => Promise<void>;
};
type Order = (sent: Received[]) => Received[];

export async function aTimedTenant(
  world: StripeWorld,
  start = new Date("2026-01-10T12:00:00Z"),
): Promise<Timed> {
  const tenant = await aTenant("free");
  let seconds = start.getTime() / 1_000;
  const clock = await stripe().testHelpers.testClocks.create({ frozen_time: seconds });
  const customer = await stripe().customers.create({
    test_clock: clock.id,
    email: `contas@${tenant.slug}.example`,
    metadata: { tenantId: tenant.tenantId },
  });
  await tenant.as("owner").db.tenant.updateMany({ data: { stripeCustomerId: customer.id } });
  const now = () => new Date(seconds * 1_000);
  const settle = async (order?: Order) => {
    const sent = await newlySent(world, customer.id);
    if (!order) return await handleAll(await receiveEach(sent));
    for (const one of order(sent)) await handleAll(await receiveEach([one]));
  };
  return {
    tenant,
    customer: customer.id,
    clock: clock.id,
    as: (role) => ({ ...tenant.as(role), now: now() }),
    system: () => systemContext(tenant.tenantId, "test", now()),
    settle,
    pass: async (days, order) => {
      for (let left = days; left > 0; left -= 25) {
        seconds += Math.min(left, 25) * DAY;
        await stripe().testHelpers.testClocks.advance(clock.id, { frozen_time: seconds });
        await until(
          async () => (await stripe().testHelpers.testClocks.retrieve(clock.id)).status === "ready",
        );
      }
      await settle(order);
    },
  };
}

/** Waits until every event of the customer has been sent; those that were not received yet. */
async function newlySent(world: StripeWorld, customer: string): Promise<Received[]> {
  const wanted = new Set<string>();
  for await (const event of stripe().events.list({ limit: 100 }))
    if (JSON.stringify(event).includes(customer)) wanted.add(event.id);
  const seen = () => world.received.filter((one) => wanted.has(idOf(one)));
  await until(() => new Set(seen().map(idOf)).size === wanted.size);
  const known = await platformClient().stripeEvent.findMany({
    where: { id: { in: [...wanted] } },
    select: { id: true },
  });
  return seen().filter((one) => !known.some(({ id }) => id === idOf(one)));
}

async function receiveEach(sent: readonly Received[]): Promise<string[]> {
  for (const { body, signature } of sent) await receiveStripeEvent(body, signature);
  return sent.map(idOf);
}

const idOf = ({ body }: Received): string => (JSON.parse(body) as Stripe.Event).id;

/** Has the hosted pages of the stand-in pressed: a checkout, an invoice, a voucher. */
export const press = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });

export const VISA = { cardNumber: "4242424242424242", cardExpiry: "12 / 40", cardCvc: "123" };
export const FAILS_LATER = { ...VISA, cardNumber: "4000000000000341" };
