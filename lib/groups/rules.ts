import type { RefusedRow } from "@/lib/communities/types";
import { takeGraphemes } from "@/lib/shared/text";

/** How somebody who is to join stands: a member of the tenant who is in the room, its siblings, the community already. */
export type Candidate = {
  id: string;
  inGroup: boolean;
  inFamily: boolean;
  inCommunity: boolean;
  isBanned: boolean;
};
/** A room with its free seats; a sibling that is yet to be opened has no id (L10). */
export type Room = { groupId: string | null; free: number };

export type Placement = {
  /** Who goes into each room, in the order of the rooms. */
  seats: string[][];
  /** Those among them who are new in the community. */
  newcomers: string[];
  refused: RefusedRow[];
};

/**
 * Seats people in the rooms given, the asked-for one first, as far as rooms (L1) and community (L3) hold. Who is in already
 * stays as they are; who sits in a sibling stays there once the room itself is full. A seat is taken only by somebody
 * who also has a place in the community (H3, L12).
 */
export function placeInRooms(
  ids: readonly string[],
  candidates: readonly Candidate[],
  rooms: readonly Room[],
  communityFree: number,
): Placement {
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const free = rooms.map((room) => Math.max(0, room.free));
  const placement: Placement = { seats: rooms.map(() => []), newcomers: [], refused: [] };
  const seated = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const candidate = known.get(id);
    const room = free.findIndex((places) => places > 0);
    const code = candidate
      ? reasonAgainst(candidate, room, communityFree - placement.newcomers.length)
      : "unknown_id";
    if (code === "stays" || seated.has(id)) continue;
    if (code) {
      placement.refused.push({ index, code });
      continue;
    }
    seated.add(id);
    free[room] = (free[room] ?? 0) - 1;
    placement.seats[room]?.push(id);
    if (!candidate?.inCommunity) placement.newcomers.push(id);
  }
  return placement;
}

function reasonAgainst(
  candidate: Candidate,
  room: number,
  communityFree: number,
): "stays" | "banned" | "community_full" | "group_full" | null {
  if (candidate.inGroup || (candidate.inFamily && room !== 0)) return "stays";
  if (candidate.isBanned) return "banned";
  if (room === -1) return "group_full";
  return !candidate.inCommunity && communityFree <= 0 ? "community_full" : null;
}

/** The name of the nth room of a family, `"{name} · 2"` (L10), its first part cut where both would pass the limit. */
export function siblingName(name: string, number: number, maxGraphemes: number): string {
  return nameWithPart(name, String(number), maxGraphemes);
}

/** Names for the halves of a room that is split: letters, since numbers tell the order of an overflow family. */
export function splitNames(name: string, maxGraphemes: number): [string, string] {
  return [nameWithPart(name, "A", maxGraphemes), nameWithPart(name, "B", maxGraphemes)];
}

function nameWithPart(name: string, part: string, maxGraphemes: number): string {
  const suffix = ` · ${part}`;
  return takeGraphemes(name, maxGraphemes - suffix.length).trimEnd() + suffix;
}
