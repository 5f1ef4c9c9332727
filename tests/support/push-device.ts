import { createECDH, createHash, randomBytes } from "node:crypto";

export type TestDevice = {
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  privateKey: Buffer;
};

const devices = new Map<string, TestDevice>();

/** A browser's subscription with its private key; at a service of the tests, or at an address of a known one. */
export function aDevice(
  endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString("base64url")}`,
): TestDevice {
  const pair = createECDH("prime256v1");
  const p256dh = pair.generateKeys("base64url");
  const keys = { p256dh, auth: randomBytes(16).toString("base64url") };
  const device = { subscription: { endpoint, keys }, privateKey: pair.getPrivateKey() };
  devices.set(new URL(endpoint).pathname, device);
  return device;
}

/** The device that subscribed under a path of its service. */
export function deviceAt(path: string): TestDevice | undefined {
  return devices.get(path);
}

/** The mark of a device, as its browser computes it. */
export function markOf({ subscription }: TestDevice): string {
  return createHash("sha256").update(subscription.endpoint).digest("hex");
}
