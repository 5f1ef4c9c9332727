import { siblingName } from "./rules";

/** What the door of a room needs to know of each room of its family, the first one first. */
export type FamilyRoom = { name: string; memberCount: number; archivedAt: Date | null };

/**
 * What somebody finds who comes to a room now: a place in it or, its name given, in a sibling; a queue; or nothing (L10).
 * What it says may have changed by the time they press: the join itself decides.
 */
export type Door = { kind: "open"; sibling: string | null } | { kind: "queue" } | { kind: "full" };

type DoorLimits = { groupMembers: number; communityGroups: number; communityNameGraphemes: number };
type House = { groupCount: number; isFull: boolean };

/** The door of a room with its family. `house.isFull`: whoever is new in the community finds no place there (L3). */
export function doorOf(
  room: FamilyRoom & { overflow: boolean },
  siblings: readonly FamilyRoom[],
  house: House,
  limits: DoorLimits,
): Door {
  const hasPlace = ({ memberCount, archivedAt }: FamilyRoom) =>
    archivedAt === null && memberCount < limits.groupMembers;
  const full: Door = room.overflow ? { kind: "queue" } : { kind: "full" };
  if (house.isFull) return full;
  if (hasPlace(room)) return { kind: "open", sibling: null };
  if (!room.overflow) return full;
  const sibling = siblings.find(hasPlace);
  if (sibling) return { kind: "open", sibling: sibling.name };
  if (house.groupCount >= limits.communityGroups) return full;
  const number = 2 + siblings.length;
  return { kind: "open", sibling: siblingName(room.name, number, limits.communityNameGraphemes) };
}
