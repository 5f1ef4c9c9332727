import { type Account, change, put, remove } from "../store/account";
import { present } from "../store/present";
import type { Delivery } from "../store/tables";
import { signatureHeader } from "./sign";

export type DeliveryKnobs = {
  /** Seconds to wait after each failed try; then the event is given up. */
  retrySeconds: number[];
  /** A seed: deliveries that wait together leave in a shuffled order. */
  shuffle: number | null;
  /** How many of a hundred deliveries are sent twice. */
  duplicatePercent: number;
  timeoutMs: number;
};

export type Courier = {
  flush(account: Account): void;
  settled(eventId: string, timeoutMs: number): Promise<void>;
  stop(): void;
};

/** Carries events to their endpoints: signed anew on every try, repeated with growing pauses, remembered over a restart. */
export const startCourier = (knobs: DeliveryKnobs, save: (account: Account) => void): Courier => {
  const underway = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const random = randomFrom(knobs.shuffle ?? 1);
  let stopped = false;

  const attempt = async (account: Account, delivery: Delivery): Promise<void> => {
    const answered = await post(account, delivery, knobs.timeoutMs);
    if (answered && random() * 100 < knobs.duplicatePercent) await post(account, delivery, knobs.timeoutMs);
    if (stopped || !account.tables.deliveries.has(delivery.id)) return;
    if (answered) finish(account, delivery);
    else postpone(account, delivery);
    save(account);
  };

  const postpone = (account: Account, delivery: Delivery): void => {
    const wait = knobs.retrySeconds[delivery.attempts];
    const nextAt = wait === undefined ? null : account.site.now() + wait;
    change(account, "deliveries", delivery.id, { attempts: delivery.attempts + 1, nextAt });
    if (wait !== undefined) later(account, wait * 1000);
  };

  const later = (account: Account, ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      flush(account);
    }, ms);
    timer.unref();
    timers.add(timer);
  };

  const flush = (account: Account): void => {
    if (stopped) return;
    const now = account.site.now();
    const waiting = [...account.tables.deliveries.values()].filter(
      (one) => one.nextAt !== null && !underway.has(one.id),
    );
    const due = waiting.filter((one) => (one.nextAt ?? 0) <= now);
    const next = Math.min(...waiting.filter((one) => !due.includes(one)).map((one) => one.nextAt ?? now));
    if (Number.isFinite(next) && timers.size === 0) later(account, Math.max(1, next - now) * 1000);
    const ordered =
      knobs.shuffle === null
        ? due
        : due
            .map((one) => ({ one, rank: random() }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ one }) => one);
    let chain: Promise<void> = Promise.resolve();
    for (const delivery of ordered) {
      chain = chain.then(() => attempt(account, delivery)).finally(() => underway.delete(delivery.id));
      underway.set(delivery.id, chain);
    }
  };

  return {
    flush,
    async settled(eventId, timeoutMs) {
      const own = [...underway].filter(([id]) => id.startsWith(`${eventId}:`)).map(([, promise]) => promise);
      await Promise.race([
        Promise.all(own),
        new Promise((resolve) => setTimeout(resolve, timeoutMs).unref()),
      ]);
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
};

const finish = (account: Account, delivery: Delivery): void => {
  remove(account, "deliveries", delivery.id);
  const event = account.tables.events.get(delivery.event);
  if (event) put(account, "events", { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
};

const post = async (account: Account, delivery: Delivery, timeoutMs: number): Promise<boolean> => {
  const event = account.tables.events.get(delivery.event);
  const endpoint = account.tables.webhook_endpoints.get(delivery.endpoint);
  const secret = account.tables.secrets.get(delivery.endpoint);
  if (!event || !endpoint || secret?.kind !== "endpoint") return true;
  const payload = JSON.stringify(present(account, event), null, 2);
  try {
    const answer = await fetch(endpoint.url, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signatureHeader(payload, secret.secret, account.site.now()),
        "user-agent": "Stripe/1.0 (+local stand-in)",
      },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};

/** A small repeatable generator, so that a seed gives the same disorder again. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
