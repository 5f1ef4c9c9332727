import { type ConsentChannel, SINGLE_CHANNELS, type SingleChannel, USUAL_ORDER } from "./types";

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

/** An order that names each channel: those that were named first, the others after them as usual. */
export function wholeOrder(named: readonly SingleChannel[]): SingleChannel[] {
  return [...named, ...USUAL_ORDER.filter((channel) => !named.includes(channel))];
}

/** The order with one channel moved so many places, towards the front when negative. */
export function movedInOrder(
  order: readonly SingleChannel[],
  channel: SingleChannel,
  by: number,
): SingleChannel[] {
  const rest = order.filter((other) => other !== channel);
  const place = Math.min(rest.length, Math.max(0, order.indexOf(channel) + by));
  return [...rest.slice(0, place), channel, ...rest.slice(place)];
}
