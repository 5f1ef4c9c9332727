import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { usageOfDay } from "@/lib/whatsapp/queries/windows";
import { daysFor, type SendingChannel } from "../channel-rules";
import type { OutsideChannel } from "./channel";
import { email } from "./email";
import { push } from "./push";
import { whatsapp } from "./whatsapp";

/** The channels that go out, by name. */
export const OUTSIDE_CHANNELS: Readonly<Record<OutsideChannel["name"], OutsideChannel>> = {
  push,
  email,
  whatsapp,
};

// Measured on two shared cores (tests/bench/fan-out.bench.ts): batches of 1,000 in the database itself.
const IN_APP_PER_SECOND = 20_000;

const DAY_SECONDS = 86_400;

export type ChannelPlan = { channel: SendingChannel; seconds: number; perDay: number | null; days: number[] };

/** How long a channel of this tenant takes for so many people, and on which days (A10, A17). */
export async function planChannel(
  ctx: TenantContext,
  channel: SendingChannel,
  people: number,
): Promise<ChannelPlan> {
  // How long people take to post by hand nobody knows; it is told as such, not as a time.
  if (channel === "relay") return { channel, seconds: 0, perDay: null, days: [people] };
  if (channel === "in_app" || people === 0)
    return { channel, seconds: Math.ceil(people / IN_APP_PER_SECOND), perDay: null, days: [people] };
  const known = OUTSIDE_CHANNELS[channel];
  const { perSecond, perDay = null } = (await known.tuned?.(ctx)) ?? known;
  const days = perDay === null ? [people] : daysFor(people, perDay, (await usageOfDay(ctx.db)).used);
  const seconds = (days.length - 1) * DAY_SECONDS + Math.ceil((days.at(-1) ?? 0) / perSecond);
  return { channel, seconds, perDay, days };
}
