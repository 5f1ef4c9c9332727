import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { listChanges, systemRoomChanges } from "@/lib/conversations/queries/list-changes";
import { systemRevisions } from "@/lib/conversations/queries/list-listeners";
import { systemContext } from "@/lib/platform/context";
import type { Change } from "@/lib/platform/db/notify";
import { log } from "@/lib/platform/log";
import { type RoomHolder, type RoomSight, sightsOf } from "./room-access";
import { frameOf, giveFrame, writeFrame } from "./stream-answers";
import { watchStreams } from "./watch-streams";

export type RoomStream = {
  response: ServerResponse;
  holder: RoomHolder;
  sight: RoomSight;
  /** Up to which revision of the room it has everything. */
  revision: number;
  /** Whether it has caught up, and gets what the room gets. */
  isLevel: boolean;
};

/** What is read once for all who look at a room with the same eyes. */
type Room = {
  tenantId: string;
  groupId: string;
  sight: RoomSight;
  streams: Set<RoomStream>;
  /** Up to which revision all streams that are level have everything. */
  revision: number;
  isReading: boolean;
  isToReadAgain: boolean;
  /** Reads under way by the revision they begin at: those who come back together share them. */
  reads: Map<number, Promise<Frame>>;
};
type Frame = { bytes: Buffer | null; revision: number; hasMore: boolean };

const MAX_CHANGES = 200;

const rooms = new Map<string, Room>();
let running: { stop(): Promise<void> } | null = null;

/** Gives a stream what its reader does not have, then everything that changes, until its reader leaves or may no longer look. */
export async function holdRoomStream(stream: RoomStream): Promise<void> {
  running ??= run();
  const room = enter(stream);
  stream.response.once("close", () => leave(room, stream));
  while (!stream.response.destroyed) {
    if (stream.revision >= room.revision && room.revision >= 0) break;
    const frame = await readFrom(room, stream.revision);
    if (frame.bytes) writeFrame(stream.response, frame.bytes);
    stream.revision = frame.revision;
    const { socket } = stream.response;
    if (socket?.writableNeedDrain) await Promise.race([once(socket, "drain"), once(socket, "close")]);
    // Nobody is level yet: the first that has read to the end is.
    if (!frame.hasMore && room.revision < 0) room.revision = frame.revision;
  }
  stream.isLevel = true;
}

/** Ends every stream and stops listening. */
export async function stopRooms(): Promise<void> {
  for (const { response } of allStreams()) response.end();
  rooms.clear();
  await running?.stop();
  running = null;
}

const keyOf = (tenantId: string, groupId: string, sight: string) => `${tenantId} ${groupId} ${sight}`;

function enter(stream: RoomStream): Room {
  const {
    holder: { tenantId, groupId },
    sight,
  } = stream;
  const key = keyOf(tenantId, groupId, sight.key);
  const made = { isReading: false, isToReadAgain: false, revision: -1 };
  const room = rooms.get(key) ?? {
    ...made,
    tenantId,
    groupId,
    sight,
    streams: new Set<RoomStream>(),
    reads: new Map<number, Promise<Frame>>(),
  };
  rooms.set(key, room);
  room.streams.add(stream);
  return room;
}

function leave(room: Room, stream: RoomStream): void {
  room.streams.delete(stream);
  const key = keyOf(room.tenantId, room.groupId, room.sight.key);
  if (room.streams.size === 0 && rooms.get(key) === room) rooms.delete(key);
}

function run(): { stop(): Promise<void> } {
  const again = () => void lookAgain();
  return watchStreams({
    responses: () => allStreams().map(({ response }) => response),
    told,
    back: again,
    recheck: again,
  });
}

function told({ tenantId, subject, id }: Change): void {
  if (subject !== "room") return;
  for (const room of rooms.values()) if (room.tenantId === tenantId && room.groupId === id) void tell(room);
}

/** Reads what is new in a room once and writes it to all who look at it; while it reads, being told again counts once. */
async function tell(room: Room): Promise<void> {
  room.isToReadAgain = true;
  if (room.isReading || room.revision < 0) return;
  room.isReading = true;
  try {
    while (room.isToReadAgain) {
      room.isToReadAgain = false;
      // Read anew: what a reader who came a moment ago has under way may have begun before the change.
      const frame = await frameAfter(room, room.revision);
      for (const stream of room.streams) if (stream.isLevel) give(stream, frame);
      room.revision = Math.max(room.revision, frame.revision);
      room.isToReadAgain ||= frame.hasMore;
    }
  } catch (error) {
    // The next look at the room's revision makes up for it.
    log.warn({ err: (error as Error).message }, "a change of a room was not told");
  } finally {
    room.isReading = false;
  }
}

function give(stream: RoomStream, { bytes, revision }: Frame): void {
  if (!bytes || stream.revision >= revision) return;
  stream.revision = revision;
  giveFrame(stream.response, bytes);
}

function readFrom(room: Room, after: number): Promise<Frame> {
  const known = room.reads.get(after);
  if (known !== undefined) return known;
  const reading = frameAfter(room, after).finally(() => room.reads.delete(after));
  room.reads.set(after, reading);
  return reading;
}

async function frameAfter({ tenantId, groupId, sight }: Room, after: number): Promise<Frame> {
  const system = systemContext(tenantId, "event_stream");
  const since = { groupId, after, limit: MAX_CHANGES };
  const changes = sight.actor
    ? await listChanges({ ...system, actor: sight.actor }, since)
    : await systemRoomChanges(system, since);
  const { revision, hasMore } = changes;
  if (changes.messages.length === 0) return { bytes: null, revision, hasMore };
  const text = `id: ${revision}\nevent: messages\ndata: ${JSON.stringify(changes)}\n\n`;
  return { bytes: frameOf(text), revision, hasMore };
}

/** Looks again at who may look, and ends the streams of those who lost the right (R7); reads what nobody told of. */
async function lookAgain(): Promise<void> {
  for (const tenantId of new Set([...rooms.values()].map((room) => room.tenantId))) {
    try {
      await endLost(tenantId);
      await readMissed(tenantId);
    } catch (error) {
      log.warn({ err: (error as Error).message }, "open rooms could not be looked at again");
    }
  }
}

async function endLost(tenantId: string): Promise<void> {
  const held = [...rooms.values()]
    .filter((room) => room.tenantId === tenantId)
    .flatMap((room) => [...room.streams].map((stream) => ({ room, stream })));
  const sights = await sightsOf(
    tenantId,
    held.map(({ stream }) => stream.holder),
  );
  for (const [index, { room, stream }] of held.entries()) {
    const now = sights[index];
    if (now) room.sight = now;
    else stream.response.end("event: gone\ndata: {}\n\n");
  }
}

async function readMissed(tenantId: string): Promise<void> {
  const here = [...rooms.values()].filter((room) => room.tenantId === tenantId && room.revision >= 0);
  const last = await systemRevisions(tenantId, [...new Set(here.map(({ groupId }) => groupId))]);
  for (const room of here) if ((last.get(room.groupId) ?? 0) > room.revision) void tell(room);
}

function allStreams(): RoomStream[] {
  return [...rooms.values()].flatMap(({ streams }) => [...streams]);
}
