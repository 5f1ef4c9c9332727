import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { composeLetters } from "@/lib/announcements/compose-letter";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { Compose, Letter, Outcome, OutsideChannel } from "@/lib/delivery/channels/channel";
import { findSending } from "@/lib/delivery/commands/drain-occurrence";
import { letterId } from "@/lib/delivery/letter-id";
import { drainOutward } from "@/lib/delivery/outward/drain-outward";
import type { TenantContext } from "@/lib/platform/context";
import { shiftClock } from "../support/shifted-clock";
import { aCommunity, people, withAddresses } from "../support/village-rooms";
import { aTenant } from "../support/world";
import { type Chance, inRounds } from "./fault-rounds";

const PEOPLE = 21_504;

let ctx: TenantContext;
let communityId: string;
let owner: pg.Client;

beforeAll(async () => {
  ctx = { ...(await aTenant()).as("owner"), now: new Date() };
  communityId = (await aCommunity(ctx)).id;
  const ids = await people(ctx, communityId, PEOPLE);
  await withAddresses(ctx, ids);
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
}, 60_000);

afterAll(async () => {
  await owner.end();
});

test("A8, A16: a provider that is slow, breaks, asks to wait or falls silent gets each letter under one key, and each once", async () => {
  await inRounds(async (chance) => {
    const provider = aProvider(chance);
    const announcementId = await aSending();
    await drainAll(announcementId, [provider.channel]);
    await expectWhole(announcementId, { sent: PEOPLE });
    expect(provider.taken.size).toBe(PEOPLE);
    // Asked again only where the answer was no, or lost after the letter was taken: then under the same key.
    expect(provider.calls).toBe(PEOPLE + provider.refused + provider.dropped);
    expect(provider.refused * provider.dropped).toBeGreaterThan(0);
  });
}, 900_000);

test("A8: two workers at once on one sending share it: no letter is asked for twice", async () => {
  await inRounds(async (chance) => {
    const provider = aProvider(chance, 0);
    const announcementId = await aSending();
    await drainAll(announcementId, [provider.channel, provider.channel]);
    await expectWhole(announcementId, { sent: PEOPLE });
    expect(provider.taken.size).toBe(PEOPLE);
    expect(provider.calls).toBe(PEOPLE);
  });
}, 900_000);

test("X5, P16: whoever says no in the middle of a sending is skipped or had it already, and is counted so", async () => {
  await inRounds(async (chance) => {
    const point = Math.floor(chance() * PEOPLE * 0.9);
    const provider = aProvider(chance, 0, async (calls) => {
      if (calls === point) await suspendEveryTenth();
    });
    const announcementId = await aSending();
    await drainAll(announcementId, [provider.channel]);
    const { rows } = await owner.query<{ skipped: number }>(
      "SELECT skipped FROM occurrences WHERE announcement_id = $1",
      [announcementId],
    );
    const skipped = rows[0]?.skipped ?? 0;
    await owner.query("UPDATE members SET suspended_at = NULL");
    await expectWhole(announcementId, { sent: PEOPLE - skipped, skipped });
    expect(provider.taken.size).toBe(PEOPLE - skipped);
    expect(provider.calls).toBe(PEOPLE - skipped);
  });
}, 900_000);

test("a worker's clock that jumps by an hour, forth or back, neither holds a sending up nor repeats it", async () => {
  await inRounds(async (chance) => {
    const point = Math.floor(chance() * PEOPLE * 0.9);
    const hour = chance() < 0.5 ? -3_600_000 : 3_600_000;
    let setRight = shiftClock(0);
    const provider = aProvider(chance, 0, async (calls) => {
      if (calls === point) setRight = shiftClock(hour);
    });
    const announcementId = await aSending();
    await drainAll(announcementId, [provider.channel]);
    setRight();
    await expectWhole(announcementId, { sent: PEOPLE });
    expect(provider.taken.size).toBe(PEOPLE);
    expect(provider.calls).toBe(PEOPLE);
  });
}, 900_000);

/** A provider that knows a letter by its key; `share` of the calls go wrong, each in one of four ways. */
function aProvider(chance: Chance, share = 0.01, onCall?: (calls: number) => Promise<void>) {
  const provider = { taken: new Set<string>(), calls: 0, refused: 0, dropped: 0 };
  const answer = async (id: string): Promise<Outcome> => {
    provider.calls += 1;
    await onCall?.(provider.calls);
    const luck = chance() / share;
    if (luck < 0.4) {
      provider.refused += 1;
      return { kind: "later", reason: "service_down", isOurs: false };
    }
    if (luck < 0.41) {
      provider.refused += 1;
      return { kind: "later", reason: "service_busy", afterSeconds: 1, isOurs: true };
    }
    provider.taken.add(id);
    if (luck < 0.7) {
      provider.dropped += 1;
      return { kind: "unknown", reason: "no_answer" };
    }
    if (luck < 1) await sleep(100);
    return { kind: "sent", providerId: id };
  };
  const channel: OutsideChannel = {
    name: "email",
    isRepeatable: true,
    concurrency: 50,
    perSecond: 1_000_000,
    leaseSeconds: 60,
    send: (_ctx, { id }) => answer(id),
  };
  return Object.assign(provider, { channel });
}

async function aSending(): Promise<string> {
  await owner.query("TRUNCATE deliveries");
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "A água volta às 18h",
    channels: ["in_app", "email"],
  });
  const now = new Date();
  const { id } = await createAnnouncement({ ...ctx, now }, input);
  await sendAnnouncement({ ...ctx, now }, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  await startAnnouncement({ ...ctx, now: new Date() }, id);
  return id;
}

/** Drains side by side, and again as often as something waits: the waiting itself is passed over. */
async function drainAll(announcementId: string, channels: readonly OutsideChannel[]): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM occurrences WHERE announcement_id = $1",
    [announcementId],
  );
  const occurrence = await findSending(ctx, rows[0]?.id ?? "");
  if (!occurrence) throw new Error("nothing was started");
  const { tenantId } = ctx;
  const write = await composeLetters(ctx, occurrence);
  let form: Letter | null = null;
  // Written once: what differs is whose it is.
  const compose: Compose = (recipient, channel) => {
    form ??= write(recipient, channel);
    return { ...form, id: letterId({ tenantId, occurrenceId: occurrence.id, memberId: recipient.memberId }) };
  };
  const startedAt = performance.now();
  for (let isOpen = true; isOpen; ) {
    const until = new Date(Date.now() + 60_000);
    const turns = await Promise.all(
      channels.map((channel) =>
        drainOutward(
          { ctx, channel, occurrence, compose, onBatch: () => undefined, mayGoOn: async () => true },
          until,
        ),
      ),
    );
    isOpen = turns.some((turn) => turn !== null);
    if (performance.now() > startedAt + 60_000) throw new Error("the sending did not end within a minute");
    await owner.query("UPDATE deliveries SET lease_until = now() WHERE lease_until > now()");
    await owner.query("DELETE FROM channel_paces");
  }
}

async function suspendEveryTenth(): Promise<void> {
  await owner.query("UPDATE members SET suspended_at = now() WHERE name LIKE 'Pessoa %0'");
}

/** Looked at past the product: each member one row, counters equal to a recount, nothing left under way. */
async function expectWhole(announcementId: string, wanted: Record<string, number>): Promise<void> {
  const found = await owner.query<{ status: string; n: number; members: number }>(
    `SELECT d.status, count(*)::int AS n, count(DISTINCT d.member_id)::int AS members FROM deliveries d
     JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id WHERE o.announcement_id = $1 GROUP BY 1`,
    [announcementId],
  );
  const some = Object.fromEntries(Object.entries(wanted).filter(([, n]) => n > 0));
  expect(Object.fromEntries(found.rows.map(({ status, n }) => [status, n]))).toEqual(some);
  expect(found.rows.reduce((sum, { members }) => sum + members, 0)).toBe(PEOPLE);
  const { rows } = await owner.query(
    "SELECT queued, sent, delivered, read, skipped, failed, unknown FROM occurrences WHERE announcement_id = $1",
    [announcementId],
  );
  const none = { queued: 0, sent: 0, delivered: 0, read: 0, skipped: 0, failed: 0, unknown: 0 };
  expect(rows).toEqual([{ ...none, ...wanted }]);
}
