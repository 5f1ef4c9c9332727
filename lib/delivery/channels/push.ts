import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { type PushAnswer, sendPush } from "@/lib/platform/push/send-push";
import { systemEndDevices } from "@/lib/push/commands/turn-off";
import { takeGraphemes } from "@/lib/shared/text";
import { shownBy } from "../channel-rules";
import type { Letter, Outcome, OutsideChannel } from "./channel";

// A day at the service for a device that is off; what is older is in the portal.
const TTL_SECONDS = 86_400;
// Services take 4,096 bytes sealed (RFC 8030 §7.2); a notification shows far less.
const MOST_GRAPHEMES = 300;
const MOST_TITLE_BYTES = 400;
const MOST_BODY_BYTES = 1_600;
const BUSY_SECONDS = 30;

const devices = z.array(
  z.object({ id: z.string(), endpoint: z.string(), p256dh: z.string(), auth: z.string() }),
);

/**
 * Notifications on the devices of a person (RFC 8030). A letter has one topic for every try: a second one replaces the first
 * at the service, and on the device under its tag. So what no answer came to may go again by itself (A16).
 */
export const push: OutsideChannel = {
  name: "push",
  isRepeatable: true,
  concurrency: 20,
  perSecond: 100,
  leaseSeconds: 120,
  async send(ctx, letter) {
    const topic = topicOf(letter.id);
    const message = { payload: payloadOf(letter, topic), topic, ttlSeconds: TTL_SECONDS };
    const targets = devices.parse(JSON.parse(letter.to));
    const answers = await Promise.all(targets.map((target) => sendKindly(target, message)));
    const gone = targets.filter((_, place) => answers[place]?.kind === "gone").map(({ id }) => id);
    return await outcomeOf(ctx, answers, gone);
  },
};

/** Short and the same for ever; it tells a push service nothing of whose it is. */
function topicOf(letterId: string): string {
  return createHash("sha256").update(letterId).digest("base64url").slice(0, 32);
}

/** What public/sw.js shows. Of people only what the letter says to its own reader (P12). */
function payloadOf({ sender, words, url, locale, refusal, media }: Letter, tag: string): string {
  const title = fitting(sender, MOST_TITLE_BYTES);
  const body = fitting(words, MOST_BODY_BYTES);
  const stop = { title: refusal.label, url: refusal.page };
  const image = shownBy("push", media)[0]?.url;
  return JSON.stringify({ title, body, url, tag, lang: locale, stop, image });
}

/** The beginning of a text that has so many bytes at most, whole as people read it. */
function fitting(text: string, mostBytes: number): string {
  let most = MOST_GRAPHEMES;
  let short = takeGraphemes(text, most);
  while (Buffer.byteLength(short) > mostBytes) {
    most = Math.floor(most / 2);
    short = takeGraphemes(text, most);
  }
  return short === text ? text : `${short.trimEnd()}…`;
}

// Until when a service asked not to be asked: what is in hand already heeds it too.
const busyUntil = new Map<string, number>();

async function sendKindly(...[target, message]: Parameters<typeof sendPush>): Promise<PushAnswer> {
  const { origin } = new URL(target.endpoint);
  const wait = (busyUntil.get(origin) ?? 0) - Date.now();
  if (wait > 0) return { kind: "busy", afterSeconds: Math.ceil(wait / 1_000) };
  const answer = await sendPush(target, message);
  if (answer.kind === "busy")
    busyUntil.set(origin, Date.now() + (answer.afterSeconds ?? BUSY_SECONDS) * 1_000);
  return answer;
}

/** One device that took it is enough; devices that are gone end (RFC 8030 §7.3), and none of them is left to the next try. */
async function outcomeOf(
  ctx: TenantContext,
  answers: readonly PushAnswer[],
  gone: readonly string[],
): Promise<Outcome> {
  if (gone.length > 0) await systemEndDevices(ctx, gone);
  const one = <Kind extends PushAnswer["kind"]>(kind: Kind) =>
    answers.find((answer): answer is Extract<PushAnswer, { kind: Kind }> => answer.kind === kind);
  if (one("accepted")) return { kind: "sent", providerId: null };
  if (one("silent")) return { kind: "unknown", reason: "no_answer" };
  const busy = one("busy");
  if (busy)
    return {
      kind: "later",
      reason: "service_busy",
      afterSeconds: busy.afterSeconds ?? BUSY_SECONDS,
      isOurs: true,
    };
  const stumbled = one("stumbled");
  if (stumbled) {
    const after = stumbled.afterSeconds === null ? {} : { afterSeconds: stumbled.afterSeconds };
    return { kind: "later", reason: "service_down", ...after, isOurs: false };
  }
  if (one("unreachable")) return { kind: "later", reason: "service_unreachable", isOurs: false };
  return { kind: "failed", reason: gone.length > 0 ? "device_gone" : "push_refused" };
}
