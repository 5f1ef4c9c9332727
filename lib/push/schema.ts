import { z } from "zod";

/** Bytes of a key as base64url: an uncompressed point of P-256, or a secret of 16 bytes (RFC 8291 §3.1, §3.2). */
const bytes = (count: number) =>
  z
    .string()
    .max(120)
    .regex(/^[\w-]+=*$/u, { error: "invalid_push_key" })
    .transform((text) => text.replace(/=+$/u, ""))
    .refine((text) => Math.floor((text.length * 3) / 4) === count, { error: "invalid_push_key" });

const endpoint = z.url({ error: "invalid_push_service" }).max(1_000);
const device = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** A subscription as a browser gives it (`PushSubscription.toJSON()`), with a name for the device. */
export const subscribeInput = z.strictObject({
  endpoint,
  keys: z.strictObject({ p256dh: bytes(65), auth: bytes(16) }),
  device: device.optional(),
});
export type SubscribeInput = z.output<typeof subscribeInput>;

/** The same from the portal: flat fields; the device is named by what the browser says of itself. */
export const turnOnForm = z
  .object({ endpoint, p256dh: bytes(65), auth: bytes(16), userAgent: z.string().max(1_000).default("") })
  .transform(({ p256dh, auth, ...rest }) => ({ ...rest, keys: { p256dh, auth } }));
