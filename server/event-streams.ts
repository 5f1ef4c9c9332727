import type { IncomingMessage, ServerResponse } from "node:http";
import { systemRecentAnnouncementIds } from "@/lib/announcements/queries/get-announcement-event";
import { inboxStreams } from "./inbox-hub";
import { answerInboxStream } from "./inbox-streams";
import { stopRooms } from "./room-hub";
import { answerRoomStream } from "./room-streams";
import { type Access, accessOf, type Holder, holderOf, isOfKeys } from "./stream-access";
import { beginStream, refuseStream } from "./stream-answers";
import { announcementFrame, announcementStreams, mayWatch } from "./stream-hub";

/**
 * Answers a request for an event stream; false when it is for something else, or a key's that may not hold one: the
 * endpoint behind it says why. A reader that was away says its last
 * event: it gets the present picture of everything that moved since, so nothing is missed and nothing harms twice (C3).
 */
export async function answerEventStream(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== "GET") return false;
  if (await answerRoomStream(request, response)) return true;
  if (await answerInboxStream(request, response)) return true;
  const holder = await holderOf(request);
  if (holder === undefined) return false;
  const [access] = holder ? await accessOf(holder.tenantId, [holder]) : [null];
  const seesNothing = !access || access.communityIds?.length === 0;
  if (isOfKeys(request) && seesNothing) return false;
  if (!holder || !access) {
    refuseStream(response);
    return true;
  }
  beginStream(response);
  announcementStreams.hold({ response, holder, sight: access });
  await resume(request, response, { holder, access });
  return true;
}

/** Ends every open stream, so that the process can stop; clients come back by themselves. */
export async function closeEventStreams(): Promise<void> {
  await Promise.all([announcementStreams.stop(), stopRooms(), inboxStreams.stop()]);
}

async function resume(
  request: IncomingMessage,
  response: ServerResponse,
  { holder, access }: { holder: Holder; access: Access },
): Promise<void> {
  const last = Number(request.headers["last-event-id"]);
  if (!Number.isSafeInteger(last) || last <= 0) return;
  for (const id of await systemRecentAnnouncementIds(holder.tenantId, new Date(last))) {
    const frame = await announcementFrame(holder.tenantId, id);
    if (frame && mayWatch(access, frame.communityIds)) response.write(frame.bytes);
  }
}
