import type { IncomingMessage, ServerResponse } from "node:http";
import { sightsOf } from "./inbox-access";
import { inboxStreams } from "./inbox-hub";
import { sessionHolder } from "./session-holder";
import { beginStream, refuseStream } from "./stream-answers";

const PATH = /^\/(?:t\/([a-z0-9-]{2,41})\/inbox|m\/([a-z0-9-]{2,41})\/contact)\/events$/u;

/** Answers a request for the stream of the inbox, or of one's own conversation with the house; false when it is for something else. */
export async function answerInboxStream(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, staffSlug, memberSlug] = PATH.exec((request.url ?? "").split("?")[0] ?? "") ?? [];
  const slug = staffSlug ?? memberSlug;
  if (!slug) return false;
  const holder = await sessionHolder(request, slug, { from: staffSlug ? "dashboard" : "portal" });
  const [sight] = holder ? await sightsOf(holder.tenantId, [holder]) : [null];
  if (!holder || !sight) {
    refuseStream(response);
    return true;
  }
  beginStream(response);
  inboxStreams.hold({ response, holder, sight });
  return true;
}
