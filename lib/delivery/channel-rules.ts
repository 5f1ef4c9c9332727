import { USUAL_ORDER } from "@/lib/consent/types";
import type { MediaKind } from "@/lib/platform/files/media-rules";

/** The channels that an announcement can take, in the order in which they are offered (A10). */
export const SENDING_CHANNELS = ["in_app", "push", "email", "whatsapp", "relay"] as const;
export type SendingChannel = (typeof SENDING_CHANNELS)[number];

/** What a channel shows by itself, of what an announcement shows (A2, A10); the rest is behind its link into the portal. */
const SHOWN: Readonly<Record<SendingChannel, { most: number; kinds: readonly MediaKind[] }>> = {
  in_app: { most: 4, kinds: ["image", "video", "document"] },
  push: { most: 1, kinds: ["image"] },
  email: { most: 4, kinds: ["image"] },
  // Cloud API: a message has one picture, film or document.
  whatsapp: { most: 1, kinds: ["image", "video", "document"] },
  relay: { most: 4, kinds: ["image", "video", "document"] },
};

/** Of these media those that a channel shows by itself, in their order. */
export function shownBy<M extends { kind: MediaKind }>(channel: SendingChannel, media: readonly M[]): M[] {
  const { most, kinds } = SHOWN[channel];
  return media.filter(({ kind }) => kinds.includes(kind)).slice(0, most);
}

/** Whether a channel exists here. */
export function isSendingChannel(channel: string): channel is SendingChannel {
  return SENDING_CHANNELS.some((known) => known === channel);
}

/** The channels in the usual order, in which each person's is looked for. */
export function inOrderOfUse(channels: readonly SendingChannel[]): SendingChannel[] {
  return USUAL_ORDER.filter((channel) => channels.includes(channel));
}

/** Pauses before a delivery is tried again, in seconds: doubling from 5 s to an hour. */
export function pauseBefore(attempt: number): number {
  return Math.min(5 * 2 ** Math.max(0, attempt - 1), 3_600);
}

/** So many tries that failed by the channel's fault; with their pauses they span about three hours. */
export const MOST_ATTEMPTS = 12;

/** How so many people spread over days of which each takes so many, the first only what is left of it. */
export function daysFor(people: number, perDay: number, usedToday: number): number[] {
  const days = [Math.min(people, Math.max(0, perDay - usedToday))];
  for (let left = people - (days[0] ?? 0); left > 0; left -= perDay) days.push(Math.min(left, perDay));
  return days;
}
