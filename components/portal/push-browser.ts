/** What a browser can and may do about notifications, and whether this one is among the given marks. */
export type PushStanding = "unsupported" | "home_screen" | "blocked" | "off" | "on";

/** Looks without asking anybody anything. */
export async function lookAround(marks: readonly string[]): Promise<PushStanding> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    // Safari on a phone has notifications only for what was put on the home screen.
    return /iPhone|iPad/.test(navigator.userAgent) ? "home_screen" : "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const mark = await ownMark();
  return mark && marks.includes(mark) ? "on" : "off";
}

/** By what the server knows this browser: the SHA-256 of its address at the push service; null when it has none. */
export async function ownMark(): Promise<string | null> {
  const subscription = await ownSubscription();
  if (!subscription) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Ends this browser's address at the push service; the next message to it is answered by "gone", and the server forgets it. */
export async function unsubscribe(): Promise<void> {
  if ("serviceWorker" in navigator) await (await ownSubscription())?.unsubscribe();
}

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Asks for permission and subscribes: only ever after a press. Null when the person said no. */
export async function subscribe(publicKey: string): Promise<FormData | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const key = bytesOf(publicKey);
  const before = await pushManager.getSubscription();
  // One made with an earlier key of the installation cannot be used any more.
  if (before && !isSame(before.options.applicationServerKey, key)) await before.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint = "", keys = {} } = subscription.toJSON();
  const form = new FormData();
  form.set("endpoint", endpoint);
  form.set("p256dh", keys.p256dh ?? "");
  form.set("auth", keys.auth ?? "");
  form.set("userAgent", navigator.userAgent);
  return form;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function isSame(given: ArrayBuffer | null, key: Uint8Array): boolean {
  const bytes = new Uint8Array(given ?? new ArrayBuffer(0));
  return bytes.length === key.length && bytes.every((byte, place) => byte === key[place]);
}
