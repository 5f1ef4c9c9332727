import type { IncomingMessage } from "node:http";
import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { listStreamRights, type StreamRights } from "@/lib/accounts/queries/list-stream-rights";
import { watchedCommunities } from "@/lib/announcements/queries/get-announcement-event";
import { readSession } from "@/lib/platform/auth/read-session";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import { systemContext } from "@/lib/platform/context";
import { hasScope } from "@/lib/platform/http/scopes";

/** Who holds a stream open: a session in a browser, or a key. */
export type Holder =
  | { tenantId: string; kind: "session"; userId: string; sessionVersion: number }
  | { tenantId: string; kind: "key"; keyHash: string };

/** What a holder may see at this moment; null communities: all of them. */
export type Access = { communityIds: readonly string[] | null };

/** Whose stream a request asks for, by its path; undefined when it asks for no stream, null when nobody. */
export async function holderOf(request: IncomingMessage): Promise<Holder | null | undefined> {
  const path = (request.url ?? "").split("?")[0] ?? "";
  const slug = /^\/t\/([a-z0-9-]{2,41})\/events$/u.exec(path)?.[1];
  if (slug) return await holderOfSession(request, slug);
  return isOfKeys(request) ? holderOfKey(request) : undefined;
}

/** Whether a request is for the stream of the REST API. */
export function isOfKeys({ url = "" }: IncomingMessage): boolean {
  return url.split("?")[0] === "/api/v1/events/stream";
}

async function holderOfSession(request: IncomingMessage, slug: string): Promise<Holder | null> {
  const session = await readSession(request.headers.cookie);
  const tenantId = session && (await findTenantId(slug));
  return tenantId ? { tenantId, kind: "session", ...session } : null;
}

function holderOfKey(request: IncomingMessage): Holder | null {
  // Nobody holds a stream with another's eyes (P15).
  if (request.headers["aldeia-view-as"] !== undefined) return null;
  const [, key = ""] = /^Bearer (ald_[\w-]{20,200})$/u.exec(request.headers.authorization ?? "") ?? [];
  const tenantId = tenantOfToken(key.slice("ald_".length));
  return tenantId ? { tenantId, kind: "key", keyHash: hashToken(key) } : null;
}

/** What each holder of one tenant may see now, in their order: null for those who may no longer look (R7). */
export async function accessOf(tenantId: string, holders: readonly Holder[]): Promise<(Access | null)[]> {
  const rights = await listStreamRights(tenantId, {
    userIds: [...new Set(holders.flatMap((holder) => (holder.kind === "session" ? [holder.userId] : [])))],
    keyHashes: [...new Set(holders.flatMap((holder) => (holder.kind === "key" ? [holder.keyHash] : [])))],
  });
  const known = new Map<string, Promise<Access>>();
  return await Promise.all(
    holders.map((holder) => {
      const actor = actorOf(holder, rights);
      if (!actor) return null;
      const access =
        known.get(actor.userId) ??
        watchedCommunities({ ...systemContext(tenantId, "event_stream"), actor }).then((communityIds) => ({
          communityIds,
        }));
      known.set(actor.userId, access);
      return access;
    }),
  );
}

function actorOf(holder: Holder, { staff, keys }: StreamRights) {
  if (holder.kind === "session") {
    const known = staff.get(holder.userId);
    return known?.sessionVersion === holder.sessionVersion ? known.actor : null;
  }
  const key = keys.get(holder.keyHash);
  if (!key || !hasScope(key.scopes, "announcements:read")) return null;
  return staff.get(key.userId)?.actor ?? null;
}
