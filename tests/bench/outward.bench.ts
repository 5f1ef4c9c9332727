import { setTimeout as sleep } from "node:timers/promises";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { Letter, OutsideChannel } from "@/lib/delivery/channels/channel";
import { findSending } from "@/lib/delivery/commands/drain-occurrence";
import { drainOutward } from "@/lib/delivery/outward/drain-outward";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { closeChanges } from "@/lib/platform/db/notify";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { median } from "../support/interleave";
import { aCommunity, people, withAddresses } from "../support/village-rooms";
import { aTenant } from "../support/world";

const PEOPLE = 21_504;
const LATENCY_MS = 20;
const CONCURRENCY = 50;
const PER_SECOND = 1_000;
const INSTANT_PER_SECOND = 15_000;
const ROUNDS = 2;

/**
 * A channel that goes out against what its own speed allows: letters of 20 ms, fifty at a time, and a provider's limit of a
 * thousand a second. The yardsticks: fifty lanes that only wait 20 ms so often, and N ÷ rate. What the drain itself costs
 * shows with letters that take no time, against 15,000 a second.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async () => {
    try {
      return await compare();
    } finally {
      await closeChanges();
    }
  });
}

async function compare(): Promise<Ratio[]> {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, PEOPLE);
  await withAddresses(ctx, ids);
  const rate = (PEOPLE / PER_SECOND) * 1_000;
  const waited: number[] = [];
  const slow: number[] = [];
  const limited: number[] = [];
  const instant: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    waited.push(await waitInLanes());
    slow.push(await drain(ctx, communityId, channelOf({ latencyMs: LATENCY_MS, perSecond: 1_000_000 })));
    instant.push(await drain(ctx, communityId, channelOf({ latencyMs: 0, perSecond: 1_000_000 })));
    limited.push(await drain(ctx, communityId, channelOf({ latencyMs: 0, perSecond: PER_SECOND })));
  }
  return [
    line(
      `drain of ${PEOPLE}, ${LATENCY_MS} ms a letter, ${CONCURRENCY} at a time`,
      median(slow),
      median(waited),
      1.05,
    ),
    line(`drain of ${PEOPLE} at ${PER_SECOND} a second`, median(limited), rate, 1.05),
    line(`drain of ${PEOPLE}, 0 ms a letter`, median(instant), (PEOPLE / INSTANT_PER_SECOND) * 1_000, 1),
  ];
}

/** The shortest that so many waits can take, so many at a time. */
async function waitInLanes(): Promise<number> {
  const startedAt = performance.now();
  const lane = async () => {
    for (let turn = 0; turn < Math.ceil(PEOPLE / CONCURRENCY); turn += 1) await sleep(LATENCY_MS);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return performance.now() - startedAt;
}

function channelOf({ latencyMs, perSecond }: { latencyMs: number; perSecond: number }): OutsideChannel {
  return {
    name: "email",
    isRepeatable: true,
    concurrency: CONCURRENCY,
    perSecond,
    leaseSeconds: 60,
    send: async (_ctx, { id }) => {
      if (latencyMs > 0) await sleep(latencyMs);
      return { kind: "sent", providerId: id };
    },
  };
}

async function drain(ctx: TenantContext, communityId: string, channel: OutsideChannel): Promise<number> {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Oi",
    channels: ["in_app", "email"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  await startAnnouncement(ctx, id);
  const [first] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  const occurrence = await findSending(ctx, first?.id ?? "");
  if (!occurrence) throw new Error("nothing was started");
  const compose = ({ memberId, address }: { memberId: string; address: string }): Letter => ({
    id: memberId,
    to: address,
    sender: "Vila",
    subject: "Oi",
    text: "Oi",
    html: "<p>Oi</p>",
    locale: "pt-BR",
    words: "Oi",
    formatted: "Oi",
    purpose: "announcements",
    url: "https://aldeia.example/",
    media: [],
    refusal: {
      label: "Parar",
      page: "https://aldeia.example/",
      oneClick: "https://aldeia.example/",
      byWord: "",
    },
  });
  const until = new Date(Date.now() + 120_000);
  const startedAt = performance.now();
  const rest = await drainOutward(
    { ctx, channel, occurrence, compose, onBatch: () => undefined, mayGoOn: async () => true },
    until,
  );
  const took = performance.now() - startedAt;
  if (rest) throw new Error("the drain stopped before the end");
  await ctx.db.channelPace.deleteMany();
  return took;
}

function line(name: string, tookMs: number, limitMs: number, bound: number | null): Ratio {
  const perSecond = Math.round(PEOPLE / (tookMs / 1_000));
  return {
    name,
    ratio: tookMs / limitMs,
    bound,
    detail: `${Math.round(tookMs)} ms against ${Math.round(limitMs)} ms, ${perSecond}/s, median of ${ROUNDS}`,
  };
}
