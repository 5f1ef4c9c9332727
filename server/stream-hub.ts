import type { ServerResponse } from "node:http";
import { systemAnnouncementEvent } from "@/lib/announcements/queries/get-announcement-event";
import type { Change } from "@/lib/platform/db/notify";
import { log } from "@/lib/platform/log";
import { hearChanges } from "./hear-changes";
import { type Access, accessOf, type Holder } from "./stream-access";

export type Stream = { response: ServerResponse; holder: Holder; access: Access };

const RECHECK_MS = 1_500;
const HEARTBEAT_MS = 15_000;
// A reader that does not read is let go; it comes back and catches up.
const MAX_UNREAD_BYTES = 1_000_000;

const streams = new Map<string, Set<Stream>>();
let running: { stop(): Promise<void> } | null = null;

/** Keeps a stream until its reader leaves or may no longer look. */
export function holdStream(stream: Stream): void {
  running ??= run();
  const { tenantId } = stream.holder;
  const group = streams.get(tenantId) ?? new Set();
  streams.set(tenantId, group.add(stream));
  stream.response.once("close", () => {
    group.delete(stream);
    if (group.size === 0 && streams.get(tenantId) === group) streams.delete(tenantId);
  });
}

/** Ends every stream and stops listening. */
export async function stopHub(): Promise<void> {
  for (const stream of allStreams()) stream.response.end();
  await running?.stop();
  running = null;
}

/** The picture of an announcement as one frame, and the communities whose watchers may have it. */
export async function announcementFrame(tenantId: string, id: string) {
  const event = await systemAnnouncementEvent(tenantId, id);
  if (!event) return null;
  const text = `id: ${Date.now()}\nevent: announcement\ndata: ${JSON.stringify(event.live)}\n\n`;
  return { bytes: Buffer.from(text), communityIds: event.communityIds };
}

/** Whether all communities of an announcement are in a watcher's reach. */
export function mayWatch({ communityIds: reach }: Access, communityIds: readonly string[]): boolean {
  return reach === null || communityIds.every((id) => reach.includes(id));
}

function run(): { stop(): Promise<void> } {
  const stopHearing = hearChanges({ told: (change) => void tell(change), back: catchUp });
  const beat = setInterval(() => {
    for (const { response } of allStreams()) response.write(": beat\n\n");
  }, HEARTBEAT_MS);
  const check = setInterval(() => void recheck(), RECHECK_MS);
  return {
    stop: async () => {
      clearInterval(beat);
      clearInterval(check);
      await stopHearing();
    },
  };
}

/** One change: read once, framed once, written to all who may see it. */
async function tell({ tenantId, subject, id }: Change): Promise<void> {
  try {
    const group = streams.get(tenantId);
    if (!group || subject !== "announcement") return;
    const frame = await announcementFrame(tenantId, id);
    if (!frame) return;
    for (const stream of group) {
      if (!mayWatch(stream.access, frame.communityIds)) continue;
      if (stream.response.writableLength > MAX_UNREAD_BYTES) stream.response.destroy();
      else stream.response.write(frame.bytes);
    }
  } catch (error) {
    log.warn({ err: (error as Error).message }, "a change was not told");
  }
}

/** The listening connection is back: readers come again with the last event they had, and catch up. */
function catchUp(): void {
  for (const { response } of allStreams()) response.end();
}

/** Looks again at what everybody may see, and ends the streams of those who lost the right (R7). */
async function recheck(): Promise<void> {
  for (const [tenantId, group] of streams) {
    const watched = [...group];
    try {
      const access = await accessOf(
        tenantId,
        watched.map(({ holder }) => holder),
      );
      for (const [index, stream] of watched.entries()) {
        const now = access[index];
        if (now) stream.access = now;
        else stream.response.end();
      }
    } catch (error) {
      log.warn({ err: (error as Error).message }, "the rights of open streams could not be read");
    }
  }
}

function allStreams(): Stream[] {
  return [...streams.values()].flatMap((group) => [...group]);
}
