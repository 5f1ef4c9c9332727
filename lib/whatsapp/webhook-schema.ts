import "server-only";
import { z } from "zod";
import { digestOf } from "./cloud-client";
import type { EventNews } from "./types";

const MOST_WORDS = 4_096;
const LATEST = Date.UTC(2100, 0);

const seconds = z.coerce.number().int().positive();
const status = z.object({
  id: z.string().min(1).max(500),
  status: z.string().max(50),
  timestamp: seconds,
  biz_opaque_callback_data: z.string().max(600).optional(),
  errors: z.array(z.object({ code: z.number().int() })).optional(),
});
const words = z.object({ body: z.string() }).partial();
const message = z.object({
  id: z.string().min(1).max(500),
  from: z.string().max(200).optional(),
  user_id: z.string().max(200).optional(),
  timestamp: seconds,
  type: z.string().max(50).optional(),
  text: words.optional(),
  button: z.object({ text: z.string() }).partial().optional(),
});
const preference = z.object({
  wa_id: z.string().max(200).optional(),
  user_id: z.string().max(200).optional(),
  category: z.string().max(100),
  value: z.string().max(50),
  timestamp: seconds,
});
const list = <T extends z.ZodType>(item: T) => z.array(z.unknown()).default([]).transform(known(item));
const change = z.object({
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }).partial().default({}),
    statuses: list(status),
    messages: list(message),
    user_preferences: list(preference),
  }),
});
const envelope = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(z.object({ changes: list(change) })).max(1_000),
});

/** Of a list those whose form is known: what Meta adds tomorrow does not keep the rest out. */
function known<T extends z.ZodType>(item: T) {
  return (values: unknown[]): z.output<T>[] =>
    values.flatMap((value) => {
      const parsed = item.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
}

/** The pieces of news in a webhook's body that are about one number; null when it is none of WhatsApp's. */
export function readWebhook(body: unknown, phoneNumberId: string): EventNews[] | null {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return null;
  const values = parsed.data.entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  const news = values
    .filter(({ metadata }) => !metadata.phone_number_id || metadata.phone_number_id === phoneNumberId)
    .flatMap(({ statuses, messages, user_preferences }) => [
      ...statuses.map(ofStatus),
      ...messages.map(ofMessage),
      ...user_preferences.map(ofPreference),
    ]);
  return [...new Map(news.map((each) => [each.digest, each])).values()];
}

const nothing = { letter: null, providerId: null, status: null, code: null, sender: null, words: null };

function ofStatus(given: z.output<typeof status>): EventNews {
  const code = given.errors?.[0]?.code ?? null;
  return {
    ...nothing,
    kind: "status",
    digest: digestOf(`status ${given.id} ${given.status}`),
    letter: given.biz_opaque_callback_data ?? null,
    providerId: digestOf(given.id),
    status: given.status,
    code,
    at: instant(given.timestamp),
  };
}

function ofMessage(given: z.output<typeof message>): EventNews {
  const text = given.text?.body ?? given.button?.text ?? "";
  return {
    ...nothing,
    kind: "message",
    digest: digestOf(`message ${given.id}`),
    sender: given.from ?? given.user_id ?? null,
    // A reaction opens the window as words do, and asks for no answer.
    words: given.type === "reaction" ? null : text.replaceAll("\0", "").slice(0, MOST_WORDS),
    at: instant(given.timestamp),
  };
}

function ofPreference(given: z.output<typeof preference>): EventNews {
  const sender = given.wa_id ?? given.user_id ?? null;
  return {
    ...nothing,
    kind: "preference",
    digest: digestOf(`preference ${sender} ${given.category} ${given.value} ${given.timestamp}`),
    sender,
    status: given.value,
    words: given.category,
    at: instant(given.timestamp),
  };
}

function instant(seconds: number): Date {
  return new Date(Math.min(seconds * 1_000, LATEST));
}
