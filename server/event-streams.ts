import type { IncomingMessage, ServerResponse } from "node:http";
import { systemRecentAnnouncementIds } from "@/lib/announcements/queries/get-announcement-event";
import { type Access, accessOf, type Holder, holderOf, isOfKeys } from "./stream-access";
import { announcementFrame, holdStream, mayWatch, stopHub } from "./stream-hub";

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
  const holder = await holderOf(request);
  if (holder === undefined) return false;
  const [access] = holder ? await accessOf(holder.tenantId, [holder]) : [null];
  const seesNothing = !access || access.communityIds?.length === 0;
  if (isOfKeys(request) && seesNothing) return false;
  if (!holder || !access) {
    refuse(response);
    return true;
  }
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write("retry: 2000\n\n");
  holdStream({ response, holder, access });
  await resume(request, response, { holder, access });
  return true;
}

/** Ends every open stream, so that the process can stop; clients come back by themselves. */
export async function closeEventStreams(): Promise<void> {
  await stopHub();
}

/** 401 also for strangers to the tenant: an unknown house answers like one that one may not enter (T3). */
function refuse(response: ServerResponse): void {
  response.writeHead(401, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(
    JSON.stringify({
      type: "https://aldeia.example/problems/unauthenticated",
      title: "unauthenticated",
      status: 401,
      code: "unauthenticated",
      detail: "Sign in.",
      errors: [],
    }),
  );
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
