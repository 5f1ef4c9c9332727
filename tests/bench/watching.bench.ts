import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { getOccurrence, listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { closeChanges, publishChange } from "@/lib/platform/db/notify";
import type { Ratio } from "@/scripts/bench";
import { answerEventStream, closeEventStreams } from "@/server/event-streams";
import { withBenchDatabase } from "../support/bench-database";
import { median } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant, type Neighbour } from "../support/world";

const PEOPLE = 21_504;
const STREAMS = 1_000;
const CHANGES = 30;
const READS = 400;
const SEEN_WITHIN_MS = 250;
const READ_WITHIN_MS = 1;
// Apart enough that no change waits for the pause after the one before it, as a viewer's eyes would not either.
const BETWEEN_MS = 400;

/**
 * Those who watch a sending (A14): how long a change takes to all of a thousand open streams, readers and server in this one
 * process, against 250 ms; and what reading the counters of 21,504 deliveries takes, against 1 ms.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async () => {
    try {
      return await compare();
    } finally {
      await closeEventStreams();
      await closeChanges();
    }
  });
}

async function compare(): Promise<Ratio[]> {
  const tenant = await aTenant();
  const ctx = { ...tenant.as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(ctx);
  await people(ctx, communityId, PEOPLE);
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  await startAnnouncement(ctx, id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  return [
    line(`counters of ${PEOPLE}, read`, await readCounters(ctx, occurrence?.id ?? ""), READ_WITHIN_MS),
    line(`a change at ${STREAMS} open streams, p99`, await watch(tenant, id), SEEN_WITHIN_MS),
  ];
}

async function readCounters(ctx: TenantContext, occurrenceId: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < READS; turn += 1) {
    const startedAt = performance.now();
    await getOccurrence(ctx, occurrenceId);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

async function watch(tenant: Neighbour, announcementId: string): Promise<number> {
  const server = createServer((request, response) => void answerEventStream(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  const token = { sub: tenant.staff.owner.userId, sessionVersion: 1 };
  const cookie = `next-auth.session-token=${await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" })}`;
  const agent = new Agent({ maxSockets: STREAMS });
  let heard: (at: number) => void = () => undefined;
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const path = `/t/${tenant.slug}/events`;
      get({ port, host: "127.0.0.1", path, headers: { cookie }, agent }, (response) => {
        response.on("data", (chunk: Buffer) => {
          if (chunk.includes("data:")) heard(performance.now());
        });
        resolve();
      }).on("error", reject);
    });
  for (let opened = 0; opened < STREAMS; opened += 50) await Promise.all(Array.from({ length: 50 }, open));
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    await sleep(BETWEEN_MS);
    const publishedAt = performance.now();
    await new Promise<void>((resolve) => {
      let left = STREAMS;
      heard = (at) => {
        times.push(at - publishedAt);
        left -= 1;
        if (left === 0) resolve();
      };
      publishChange({ tenantId: tenant.tenantId, subject: "announcement", id: announcementId });
    });
  }
  agent.destroy();
  server.close();
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
}

function line(name: string, ms: number, within: number): Ratio {
  return { name, ratio: ms / within, bound: 1, detail: `${ms.toFixed(2)} ms against ${within} ms` };
}
