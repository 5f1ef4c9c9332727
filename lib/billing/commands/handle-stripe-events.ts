import "server-only";
import { inSystemTransaction } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { settleEvents, waitingEvents } from "../billing-sql";
import { type Look, looksFor, noticeFor, type ToldEvent } from "../event-rules";
import { tellFinanceJob } from "../job-names";
import type { Keep } from "../types";
import { systemAskForCheckout } from "./ask-for-checkout";
import { systemAskForInvoice } from "./sync-invoice";
import { systemAskForCharge } from "./sync-refunds";
import { systemAskForSubscription } from "./sync-subscription";

const EVENTS_AT_ONCE = 500;

/**
 * Handles the stored events of a customer. Each object that they tell of is fetched once as it is now, and all of it is
 * kept in one transaction with the events' being handled; so doing it twice, late or in another order ends the same, and
 * a storm costs one look an object. Events of no tenant and of unknown types stay stored (B4). An event whose look fails
 * stays unhandled, for its job to come again.
 * @throws Error the first failure, after everything else was handled
 */
export async function systemHandleStripeEvents({ customerId }: { customerId: string | null }): Promise<void> {
  for (;;) {
    const { tenantId, events, askedAt } = await waitingEvents(customerId, EVENTS_AT_ONCE);
    if (events.length === 0) return;
    if (tenantId) await handle(tenantId, events, askedAt);
    else await settleEvents(platformClient(), idsOf(events), "no tenant has this customer");
    // What comes in meanwhile has a job of its own.
    if (events.length < EVENTS_AT_ONCE) return;
  }
}

async function handle(tenantId: string, events: readonly ToldEvent[], askedAt: Date): Promise<void> {
  const looks = await Promise.all(looksOf(events).map(ask));
  const failed = new Set(looks.filter(({ keep }) => keep === null).flatMap(({ tellers }) => tellers));
  const told = events.filter(({ id }) => !failed.has(id));
  await inSystemTransaction(tenantId, "stripe webhook", async (tx) => {
    for (const { keep } of looks) await keep?.(tx, askedAt);
    for (const event of told) {
      const notice = noticeFor(event);
      if (notice) await enqueue(tx.db, tellFinanceJob, notice);
    }
    await settleEvents(tx.db, idsOf(told), null);
  });
  const failure = looks.find(({ error }) => error)?.error;
  if (failure) throw failure;
}

const idsOf = (events: readonly ToldEvent[]): string[] => events.map(({ id }) => id);

/** An object to look at once, and the events that tell of it. */
type Told = { look: Look; tellers: string[] };

function looksOf(events: readonly ToldEvent[]): Told[] {
  const looks = new Map<string, Told>();
  for (const event of events)
    for (const look of looksFor(event)) {
      const known = looks.get(look.id);
      if (known) known.tellers.push(event.id);
      else looks.set(look.id, { look, tellers: [event.id] });
    }
  return [...looks.values()];
}

const askFor: Record<Look["kind"], (id: string) => Promise<Keep>> = {
  session: systemAskForCheckout,
  subscription: systemAskForSubscription,
  invoice: systemAskForInvoice,
  charge: systemAskForCharge,
};

async function ask({
  look,
  tellers,
}: Told): Promise<{ keep: Keep | null; tellers: string[]; error?: unknown }> {
  try {
    return { keep: await askFor[look.kind](look.id), tellers };
  } catch (error) {
    return { keep: null, tellers, error };
  }
}
