import "server-only";
import { createHash } from "node:crypto";
import type { TenantContext } from "@/lib/platform/context";
import { sendPush } from "@/lib/platform/push/send-push";
import { takeWithin } from "@/lib/shared/text";
import { systemEndDevices } from "./turn-off";

/** What a device shows, and where it leads. */
export type Note = {
  title: string;
  body: string;
  /** Within Aldeia: `/m/aurora/…`. */
  url: string;
  locale: string;
  /** The same note again takes the place of the first, at the service and on the device. */
  key: string;
};

// A day at the service for a device that is off.
const TTL_SECONDS = 86_400;
// In UTF-16 units: together well below what services take sealed (RFC 8030 §7.2).
const MOST_TITLE = 120;
const MOST_BODY = 400;

/** Shows a note on all devices of a person, once each, whatever comes of it; devices that are gone end. */
export async function systemPushNote(ctx: TenantContext, memberId: string, note: Note): Promise<void> {
  const targets = await ctx.db.pushSubscription.findMany({
    where: { memberId },
    select: { id: true, endpoint: true, p256dh: true, auth: true },
  });
  const tag = createHash("sha256").update(note.key).digest("base64url").slice(0, 32);
  const message = { payload: payloadOf(note, tag), topic: tag, ttlSeconds: TTL_SECONDS };
  const answers = await Promise.all(targets.map((target) => sendPush(target, message)));
  const gone = targets.filter((_, place) => answers[place]?.kind === "gone").map(({ id }) => id);
  if (gone.length > 0) await systemEndDevices(ctx, gone);
}

function payloadOf({ title, body, url, locale }: Note, tag: string): string {
  return JSON.stringify({
    title: takeWithin(title, MOST_TITLE),
    body: takeWithin(body, MOST_BODY),
    url,
    tag,
    lang: locale,
  });
}
