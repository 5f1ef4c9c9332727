import type { IncomingMessage, ServerResponse } from "node:http";
import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { lookCookie } from "@/lib/platform/auth/cookie-shape";
import { readSession } from "@/lib/platform/auth/read-session";
import { type InboxHolder, sightsOf } from "./inbox-access";
import { holdInboxStream } from "./inbox-hub";
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
  const holder = await holderOf(request, slug, staffSlug ? "dashboard" : "portal");
  const [sight] = holder ? await sightsOf(holder.tenantId, [holder]) : [null];
  if (!holder || !sight) {
    refuseStream(response);
    return true;
  }
  beginStream(response);
  holdInboxStream({ response, holder, sight });
  return true;
}

/** Whoever looks through a member's eyes holds no stream (P15). */
async function holderOf(
  request: IncomingMessage,
  slug: string,
  from: InboxHolder["from"],
): Promise<InboxHolder | null> {
  if (from === "portal" && request.headers.cookie?.includes(`${lookCookie()}=`)) return null;
  const session = await readSession(request.headers.cookie);
  const tenantId = session && (await findTenantId(slug));
  return tenantId ? { tenantId, from, ...session } : null;
}
