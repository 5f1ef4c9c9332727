import type { ServerResponse } from "node:http";
import { systemWhoHears } from "@/lib/inbox/queries/find-listeners";
import type { Change } from "@/lib/platform/db/notify";
import { log } from "@/lib/platform/log";
import { hearChanges } from "./hear-changes";
import { type InboxHolder, type InboxSight, sightsOf } from "./inbox-access";

export type InboxStream = { response: ServerResponse; holder: InboxHolder; sight: InboxSight };

const RECHECK_MS = 1_500;
const HEARTBEAT_MS = 15_000;
// A reader that does not read is let go; it comes back and reads the page again.
const MAX_UNREAD_BYTES = 1_000_000;

const streams = new Map<string, Set<InboxStream>>();
let running: { stop(): Promise<void> } | null = null;

/** Keeps a stream until its reader leaves or may no longer look. */
export function holdInboxStream(stream: InboxStream): void {
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
export async function stopInbox(): Promise<void> {
  for (const { response } of allStreams()) response.end();
  await running?.stop();
  running = null;
}

function run(): { stop(): Promise<void> } {
  // The listening connection is back: readers come again, and read what they have not heard of.
  const back = () => {
    for (const { response } of allStreams()) response.end();
  };
  const stopHearing = hearChanges({ told: (change) => void tell(change), back });
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

/** One change: who hears of it is read once, and it says nothing but that there is something to read. */
async function tell({ tenantId, subject, id }: Change): Promise<void> {
  const group = streams.get(tenantId);
  if (!group || (subject !== "inbox" && subject !== "inbox_presence")) return;
  const isPresence = subject === "inbox_presence";
  const [conversationId = "", staffId, presence] = id.split(":");
  try {
    const told = await systemWhoHears(tenantId, conversationId);
    if (!told) return;
    const said = JSON.stringify(isPresence ? { conversationId, staffId, presence } : { conversationId });
    const frame = `event: ${isPresence ? "presence" : "conversation"}\ndata: ${said}\n\n`;
    const hearers = [...group].filter(({ holder, sight }) => hears(holder, sight, told));
    // What the team does meanwhile is not the person's to know.
    write(
      Buffer.from(frame),
      isPresence ? hearers.filter(({ holder }) => holder.from === "dashboard") : hearers,
    );
  } catch (error) {
    log.warn({ err: (error as Error).message }, "a change of the inbox was not told");
  }
}

function write(frame: Buffer, hearers: readonly InboxStream[]): void {
  for (const { response } of hearers) {
    if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    else response.write(frame);
  }
}

type Told = NonNullable<Awaited<ReturnType<typeof systemWhoHears>>>;

function hears({ from, userId }: InboxHolder, { communityIds: reach }: InboxSight, told: Told): boolean {
  if (from === "portal") return told.isInPortal && told.userId === userId;
  return reach === null || told.communityIds.some((id) => reach.includes(id));
}

/** Looks again at what everybody may see, and ends the streams of those who lost the right (R7). */
async function recheck(): Promise<void> {
  for (const [tenantId, group] of streams) {
    const watched = [...group];
    try {
      const sights = await sightsOf(
        tenantId,
        watched.map(({ holder }) => holder),
      );
      for (const [index, stream] of watched.entries()) {
        const now = sights[index];
        if (now) stream.sight = now;
        else stream.response.end();
      }
    } catch (error) {
      log.warn({ err: (error as Error).message }, "the rights of open streams could not be read");
    }
  }
}

function allStreams(): InboxStream[] {
  return [...streams.values()].flatMap((group) => [...group]);
}
