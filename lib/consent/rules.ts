import { type ConsentChannel, SINGLE_CHANNELS, type SingleChannel } from "./types";

/** The entries that lead from what stands to what is wanted, the fewest: all or none of the channels is one word for them. */
export function entriesFor(
  current: readonly SingleChannel[],
  wanted: readonly SingleChannel[],
): { channel: ConsentChannel; granted: boolean }[] {
  const changed = SINGLE_CHANNELS.filter((channel) => current.includes(channel) !== wanted.includes(channel));
  if (changed.length === 0) return [];
  const count = SINGLE_CHANNELS.filter((channel) => wanted.includes(channel)).length;
  if (count === 0 || count === SINGLE_CHANNELS.length) return [{ channel: "all", granted: count > 0 }];
  return changed.map((channel) => ({ channel, granted: wanted.includes(channel) }));
}
