// The services that browsers subscribe at: Chrome and its kin, Firefox, Edge, Safari. Checked November 2026.
const SERVICES = [
  "fcm.googleapis.com",
  "push.services.mozilla.com",
  "notify.windows.com",
  "push.apple.com",
] as const;

/**
 * Whether an address is one of a push service: of a browser maker's by https, or of an origin that the operator named. What
 * a browser sends is never asked as it is (X26).
 */
export function isPushService(endpoint: string, alsoOrigins: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, origin, username, port } = new URL(endpoint);
  if (alsoOrigins.includes(origin)) return true;
  const isKnown = SERVICES.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return isKnown && protocol === "https:" && username === "" && port === "";
}

const SYSTEMS = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS X|Macintosh/],
  ["Linux", /Linux|X11/],
] as const;
// The order matters: each of the later ones also stands in the words of an earlier one.
const BROWSERS = [
  ["Edge", /Edg/],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser/],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
] as const;

/** What a person calls a device: `Chrome · Android`; empty when the browser does not say. */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([, mark]) => mark.test(userAgent))?.[0];
  const system = SYSTEMS.find(([, mark]) => mark.test(userAgent))?.[0];
  return [browser, system].filter((part) => part !== undefined).join(" · ");
}
