import "server-only";
import type { SendingChannel } from "../channel-rules";
import type { OutsideChannel } from "./channel";
import { email } from "./email";
import { push } from "./push";

/** The channels that go out, by name. */
export const OUTSIDE_CHANNELS: Readonly<Record<OutsideChannel["name"], OutsideChannel>> = { push, email };

// Measured on two shared cores (tests/bench/fan-out.bench.ts): batches of 1,000 in the database itself.
const IN_APP_PER_SECOND = 20_000;

/** How long a channel takes for so many people, in whole seconds (A17). */
export function channelSeconds(channel: SendingChannel, people: number): number {
  const perSecond = channel === "in_app" ? IN_APP_PER_SECOND : OUTSIDE_CHANNELS[channel].perSecond;
  return Math.ceil(people / perSecond);
}
