import { setTimeout as sleep } from "node:timers/promises";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import type { TenantContext } from "@/lib/platform/context";
import { closeChanges } from "@/lib/platform/db/notify";
import { encodeCursor } from "@/lib/platform/http/cursor";
import { newId } from "@/lib/shared/ids";
import type { Ratio } from "@/scripts/bench";
import { closeEventStreams } from "@/server/event-streams";
import { withBenchDatabase } from "../support/bench-database";
import { aFullRoom, muchTalk } from "../support/full-room";
import { interleave } from "../support/interleave";
import { openStream, streamServer } from "../support/room";
import { aTenant, type Neighbour } from "../support/world";

const STREAMS = 1_000;
const MESSAGES = 30;
const SEEN_WITHIN_MS = 250;
const BETWEEN_MS = 300;
const TALK = 30_000;
const PAGE = 50;
const FAR_PAGE = 500;
const READS = 40;
const ROUNDS = 11;
const LANES = 10;
const POSTS = 200;

/**
 * The conversation of a full room (C1, C3): how long a message takes to all of a thousand open streams, readers and server in
 * this one process, against 250 ms; what page 500 of its history costs against page 1; and what posting costs against a plain
 * insert behind the same number of round trips, ten at a time.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async () => {
    try {
      const tenant = await aTenant();
      const ctx = { ...tenant.as("owner"), now: new Date() };
      return [await watch(tenant, ctx), await pages(tenant, ctx), await posts(tenant, ctx)];
    } finally {
      await closeEventStreams();
      await closeChanges();
    }
  });
}

async function watch(tenant: Neighbour, ctx: TenantContext): Promise<Ratio> {
  const { groupId, memberIds, headersOf } = await aFullRoom(ctx, STREAMS);
  const { server, port } = await streamServer();
  let heard: (at: number) => void = () => undefined;
  const open = async (memberId: string) => {
    const path = `/m/${tenant.slug}/groups/${groupId}/events`;
    const stream = await openStream(port, path, await headersOf(memberId));
    stream.response.on("data", (chunk: Buffer) => {
      if (chunk.includes("data:")) heard(performance.now());
    });
    return stream;
  };
  const streams = [];
  for (let at = 0; at < STREAMS; at += LANES * 5)
    streams.push(...(await Promise.all(memberIds.slice(at, at + LANES * 5).map(open))));
  const times: number[] = [];
  for (let message = 0; message < MESSAGES; message += 1) {
    await sleep(BETWEEN_MS);
    const postedAt = performance.now();
    await new Promise<void>((resolve, reject) => {
      let left = STREAMS;
      heard = (at) => {
        times.push(at - postedAt);
        left -= 1;
        if (left === 0) resolve();
      };
      postMessage(tenant.as({ memberId: memberIds[message] ?? "" }), { groupId, body: "Bom dia" }).catch(
        reject,
      );
    });
  }
  for (const { response } of streams) response.destroy();
  server.close();
  times.sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
  return {
    name: `a message at ${STREAMS} open streams, p99`,
    ratio: p99 / SEEN_WITHIN_MS,
    bound: 1,
    detail: `${p99.toFixed(0)} ms against ${SEEN_WITHIN_MS} ms`,
  };
}

async function pages(tenant: Neighbour, ctx: TenantContext): Promise<Ratio> {
  const { groupId, memberIds } = await aFullRoom(ctx, 60);
  await muchTalk(ctx, { groupId, memberIds, count: TALK, from: new Date("2026-01-01T00:00:00Z") });
  const reader = tenant.as({ memberId: memberIds[0] ?? "" });
  const last = await ctx.db.message.findFirst({
    where: { groupId, position: TALK - PAGE * (FAR_PAGE - 1) + 1 },
    select: { id: true, createdAt: true },
  });
  if (!last) throw new Error("the far page is not there");
  const cursor = encodeCursor([last.createdAt.toISOString(), last.id]);
  const read = async (from?: string) => {
    for (let turn = 0; turn < READS; turn += 1) {
      const page = await listMessages(reader, { groupId, limit: PAGE, cursor: from });
      if (page.data.length !== PAGE) throw new Error(`a page has ${page.data.length} messages`);
    }
  };
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => read(cursor),
    () => read(),
  );
  return {
    name: `page ${FAR_PAGE} of a room's history`,
    ratio,
    bound: 1.5,
    detail: `${(oursMs / READS).toFixed(2)} ms against ${(limitMs / READS).toFixed(2)} ms of page 1`,
  };
}

async function posts(tenant: Neighbour, ctx: TenantContext): Promise<Ratio> {
  const { groupId, memberIds } = await aFullRoom(ctx, 50);
  const writers = memberIds.map((memberId) => tenant.as({ memberId }));
  const inLanes = async (once: (ctx: TenantContext, authorId: string) => Promise<unknown>) => {
    const lane = async (at: number) => {
      for (let n = at; n < POSTS; n += LANES) {
        const place = n % writers.length;
        await once(writers[place] ?? ctx, memberIds[place] ?? "");
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, at) => lane(at)));
  };
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => inLanes((writer) => postMessage(writer, { groupId, body: "Bom dia", key: newId() })),
    () => inLanes((writer, authorId) => plainly(writer.db, { groupId, authorId })),
  );
  return {
    name: `posting, ${LANES} at a time in one room`,
    ratio,
    bound: 3,
    detail: `${Math.round((POSTS / oursMs) * 1_000)} a second against ${Math.round((POSTS / limitMs) * 1_000)} of plain inserts`,
  };
}

/** A plain insert behind as many round trips as posting takes: the room, the standing in it and whether it is open. */
async function plainly(
  db: TenantContext["db"],
  { groupId, authorId }: { groupId: string; authorId: string },
): Promise<void> {
  const look = () =>
    db.$queryRaw`SELECT id FROM groups WHERE tenant_id = current_tenant() AND id = ${groupId}::uuid`;
  await look();
  await Promise.all([look(), look(), look()]);
  await Promise.all([look(), look()]);
  await db.$executeRaw`
    INSERT INTO messages (id, group_id, author_id, body) VALUES (${newId()}::uuid, ${groupId}::uuid, ${authorId}::uuid, 'Bom dia')`;
}
