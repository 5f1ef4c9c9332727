import { readLocalTime, resolveInZone } from "@/lib/announcements/zone-rules";
import type { ChatEntry } from "./whatsapp/types";

/**
 * Makes the reader of a chat's wall-clock times as instants of one zone (A6). Half an hour of the same zone shares one
 * offset, so that 40,000 messages ask the calendar a few hundred times.
 */
export function makeInstantReader(timezone: string): (localTime: string) => Date | null {
  const offsets = new Map<string, number | null>();
  const exact = (localTime: string) => {
    const local = readLocalTime(localTime);
    return local && resolveInZone(local, timezone);
  };
  return (localTime) => {
    const halfHour = `${localTime.slice(0, 14)}${localTime.slice(14, 16) < "30" ? "00" : "30"}:00`;
    let offset = offsets.get(halfHour);
    if (offset === undefined) {
      const start = exact(halfHour);
      const plain = Date.parse(`${halfHour}Z`);
      offset = start && !start.note ? start.instant.epochMilliseconds - plain : null;
      offsets.set(halfHour, offset);
    }
    if (offset !== null) return new Date(Date.parse(`${localTime}Z`) + offset);
    const resolved = exact(localTime);
    return resolved && new Date(resolved.instant.epochMilliseconds);
  };
}

/** The authors whom the chat itself sees leave, and not come back or write again. */
export function departedAuthors(entries: readonly ChatEntry[]): Set<string> {
  const gone = new Set<string>();
  for (const { author, event } of entries) {
    if (author) gone.delete(author);
    for (const name of event?.who ?? []) {
      if (event?.type === "left" || event?.type === "removed") gone.add(name);
      else gone.delete(name);
    }
  }
  return gone;
}

/** The first line on which each author writes. */
export function firstLines(entries: readonly ChatEntry[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { author, line } of entries) if (author && !lines.has(author)) lines.set(author, line);
  return lines;
}
