import type { IncomingMessage, ServerResponse } from "node:http";
import { sightOf } from "./room-access";
import { holdRoomStream } from "./room-hub";
import { sessionHolder } from "./session-holder";
import { beginStream, refuseStream } from "./stream-answers";

const PATH = /^\/([mt])\/([a-z0-9-]{2,41})\/groups\/([0-9a-f-]{36})\/events$/u;

/**
 * Answers a request for the event stream of a room; false when it is for something else. It begins at the revision that its
 * reader has: the last event's, or the page's (C3).
 */
export async function answerRoomStream(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = "", search = ""] = (request.url ?? "").split("?");
  const [, portal, slug, groupId] = PATH.exec(path) ?? [];
  if (!slug || !groupId) return false;
  const from = portal === "m" ? "portal" : "dashboard";
  const holder = await sessionHolder(request, slug, { groupId, from } as const);
  const sight = holder && (await sightOf(holder));
  if (!holder || !sight) {
    refuseStream(response);
    return true;
  }
  beginStream(response);
  const after =
    revisionIn(request.headers["last-event-id"]) ?? revisionIn(new URLSearchParams(search).get("after"));
  await holdRoomStream({ response, holder, sight, revision: after ?? 0, isLevel: false });
  return true;
}

function revisionIn(text: string | string[] | null | undefined): number | null {
  const revision = Number(text || Number.NaN);
  return Number.isSafeInteger(revision) && revision >= 0 ? revision : null;
}
