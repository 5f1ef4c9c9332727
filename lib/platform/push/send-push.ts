import "server-only";
import { createECDH } from "node:crypto";
import http from "node:http";
import https from "node:https";
import webPush, { type RequestDetails } from "web-push";
import { vapidSubject } from "../env";
import { vapidKeys } from "./vapid-keys";

export type PushTarget = { endpoint: string; p256dh: string; auth: string };

export type PushMessage = {
  payload: string;
  /** What a second one replaces while it waits at the service: 32 characters of base64url at most (RFC 8030 §5.4). */
  topic: string;
  /** How long it waits for a device that is off. */
  ttlSeconds: number;
};

/** What a push service answered. */
export type PushAnswer =
  | { kind: "accepted" }
  /** The subscription is over (RFC 8030 §7.3). */
  | { kind: "gone" }
  | { kind: "busy"; afterSeconds: number | null }
  | { kind: "refused"; status: number }
  | { kind: "stumbled"; afterSeconds: number | null }
  /** Nothing was handed over: it may be sent again. */
  | { kind: "unreachable" }
  /** All of it was handed over and no answer came: it may have been shown, or not. */
  | { kind: "silent" };

const ANSWER_MS = 15_000;
const LINES = 50;
const agents = {
  "https:": new https.Agent({ keepAlive: true, maxSockets: LINES }),
  "http:": new http.Agent({ keepAlive: true, maxSockets: LINES }),
};

/**
 * Hands a message to a device's push service, sealed for the device alone (RFC 8291). The library's own sender does not tell
 * whether a broken line had taken the message; here it is known.
 */
export async function sendPush(
  target: PushTarget,
  { payload, topic, ttlSeconds }: PushMessage,
): Promise<PushAnswer> {
  const { endpoint, p256dh, auth } = target;
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
    vapidDetails: { subject: vapidSubject(), ...vapidKeys() },
    TTL: ttlSeconds,
    topic,
    urgency: "normal",
    contentEncoding: "aes128gcm",
  });
  return await post(new URL(endpoint), headers, body);
}

/** Whether a device's key is one that something can be sealed for: a point of the curve, as base64url. */
export function isDeviceKey(p256dh: string): boolean {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  try {
    pair.computeSecret(Buffer.from(p256dh, "base64url"));
    return true;
  } catch {
    return false;
  }
}

function post(url: URL, headers: RequestDetails["headers"], body: Buffer): Promise<PushAnswer> {
  const isSecure = url.protocol === "https:";
  const agent = agents[isSecure ? "https:" : "http:"];
  return new Promise<PushAnswer>((resolve) => {
    let isHandedOver = false;
    const options = { method: "POST", headers, agent, timeout: ANSWER_MS };
    const request = (isSecure ? https : http).request(url, options);
    const fail = () => resolve({ kind: isHandedOver ? "silent" : "unreachable" });
    request.once("finish", () => {
      isHandedOver = true;
    });
    request.once("response", (response) => {
      response.resume();
      response.once("error", () => undefined);
      resolve(answerOf(response));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", fail).once("close", fail);
    request.end(body);
  });
}

function answerOf({ statusCode = 0, headers }: http.IncomingMessage): PushAnswer {
  const afterSeconds = secondsUntil(headers["retry-after"]);
  if (statusCode >= 200 && statusCode < 300) return { kind: "accepted" };
  if (statusCode === 404 || statusCode === 410) return { kind: "gone" };
  if (statusCode === 429) return { kind: "busy", afterSeconds };
  if (statusCode >= 500) return { kind: "stumbled", afterSeconds };
  return { kind: "refused", status: statusCode };
}

const LONGEST_SECONDS = 86_400;

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3); null when it says nothing that can be used. */
function secondsUntil(retryAfter: string | undefined): number | null {
  if (!retryAfter) return null;
  const seconds = /^\d+$/u.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1_000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_SECONDS) : null;
}
