import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { keepTogether, type PlacementRoom } from "../placement-rules";
import { systemFindTies } from "../queries/find-ties";
import type { Room } from "../rules";
import { residentsOf } from "../ties-sql";

type Placing = {
  communityId: string;
  rooms: readonly Room[];
  /** Who sits where in the order of rooms, the room asked for first. */
  seats: readonly (readonly string[])[];
  /** Who sits in a sibling already and was given a seat in the room itself: they keep it. */
  settled: ReadonlySet<string>;
};

/**
 * Seats that were given in the order of rooms, changed so that neighbours sit together (L10): the room asked for stays as
 * full as it was to be, its siblings as they have places, and no more rooms are opened. Where there is nothing to choose,
 * nothing is looked up.
 */
export async function placeTogether(ctx: TenantContext, placing: Placing): Promise<string[][]> {
  const { communityId, rooms, seats, settled } = placing;
  const kept = (seats[0] ?? []).filter((id) => settled.has(id));
  const people = seats.flat().filter((id) => !settled.has(id));
  const choices = rooms.map((room, at) => {
    const given = seats[at]?.length ?? 0;
    return placesIn(room, at === 0 ? given - kept.length : given, at === 0);
  });
  const open = choices.filter(({ atMost }) => atMost > 0).length;
  if (people.length === 0 || open < 2) return seats.map((ids) => [...ids]);
  const standing = rooms.flatMap(({ groupId }, at) =>
    groupId && (choices[at]?.atMost ?? 0) > 0 ? groupId : [],
  );
  const residents = await residentsOf(ctx.db, standing);
  const everybody = [...new Set([...people, ...[...residents.values()].flat()])];
  const ties = await systemFindTies(ctx, communityId, everybody);
  const withResidents: PlacementRoom[] = choices.map((choice, at) => ({
    ...choice,
    residents: residents.get(rooms[at]?.groupId ?? "") ?? [],
  }));
  const [first = [], ...others] = keepTogether(people, withResidents, ties);
  return [[...kept, ...first], ...others];
}

/** The room asked for is filled as the order says; a sibling that stands takes what it holds, a new one at least somebody. */
function placesIn(
  { groupId, free }: Room,
  given: number,
  isAsked: boolean,
): { atLeast: number; atMost: number } {
  if (isAsked) return { atLeast: given, atMost: given };
  if (groupId === null) return { atLeast: Math.min(1, given), atMost: given === 0 ? 0 : free };
  return { atLeast: 0, atMost: Math.max(0, free) };
}
