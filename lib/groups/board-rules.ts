import type { Ties } from "./ties-rules";

const NOWHERE = -1;

/** People on their way into rooms, with what ties each to each room, kept up to date as they are seated. */
export type Board = {
  roomOf(person: number): number;
  /** Whom of the people to place a room has now; residents are not named. */
  seatedIn(room: number): ReadonlySet<number>;
  seat(person: number, room: number): void;
  /** What ties somebody to those who sit in a room, residents included. */
  tiesTo(person: number, room: number): number;
  /** What ties two people directly; being in one circle is not counted. */
  between(one: number, other: number): number;
};

/** A board with the residents in their rooms and nobody else seated yet. People are named by their place in the list. */
export function boardOf(
  people: readonly string[],
  residents: readonly (readonly string[])[],
  ties: Ties,
): Board {
  const everybody = [...people, ...residents.flat()];
  const indexOf = new Map(everybody.map((id, index) => [id, index]));
  const rooms = everybody.map(() => NOWHERE);
  const seated = residents.map(() => new Set<number>());
  const friends = friendsOf(indexOf, ties);
  const circles = circlesOf(indexOf, ties, residents.length);

  const seat = (person: number, room: number) => {
    const before = rooms[person] ?? NOWHERE;
    circles.count(person, before, -1);
    circles.count(person, room, 1);
    rooms[person] = room;
    if (person >= people.length) return;
    seated[before]?.delete(person);
    seated[room]?.add(person);
  };
  for (const [room, ids] of residents.entries()) for (const id of ids) seat(indexOf.get(id) ?? NOWHERE, room);

  const directTies = (person: number, room: number) => {
    let sum = 0;
    for (const [friend, weight] of friends[person] ?? []) if (rooms[friend] === room) sum += weight;
    return sum;
  };
  return {
    roomOf: (person) => rooms[person] ?? NOWHERE,
    seatedIn: (room) => seated[room] ?? new Set(),
    seat,
    tiesTo: (person, room) =>
      directTies(person, room) + circles.tiesTo(person, room, rooms[person] === room ? 1 : 0),
    between: (one, other) => friends[one]?.get(other) ?? 0,
  };
}

function friendsOf(indexOf: ReadonlyMap<string, number>, ties: Ties): Map<number, number>[] {
  const friends = Array.from({ length: indexOf.size }, () => new Map<number, number>());
  for (const { a, b, weight } of ties.pairs) {
    const [one, other] = [indexOf.get(a) ?? NOWHERE, indexOf.get(b) ?? NOWHERE];
    if (one === NOWHERE || other === NOWHERE) continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      friends[from]?.set(to, (friends[from]?.get(to) ?? 0) + weight);
  }
  return friends;
}

/** How many of each circle sit in each room, and what that is worth to one of them. */
function circlesOf(indexOf: ReadonlyMap<string, number>, ties: Ties, roomCount: number) {
  const ofPerson = Array.from({ length: indexOf.size }, (): number[] => []);
  const each = ties.circles.map(({ members, weight }) => weight / Math.max(1, members.length - 1));
  const counts = ties.circles.map(() => Array.from({ length: roomCount }, () => 0));
  for (const [circle, { members }] of ties.circles.entries())
    for (const id of members) ofPerson[indexOf.get(id) ?? NOWHERE]?.push(circle);
  return {
    count: (person: number, room: number, by: 1 | -1) => {
      for (const circle of room === NOWHERE ? [] : (ofPerson[person] ?? [])) {
        const perRoom = counts[circle];
        if (perRoom) perRoom[room] = (perRoom[room] ?? 0) + by;
      }
    },
    /** `self`: 1 where the person sits in that room and must not count. */
    tiesTo: (person: number, room: number, self: 0 | 1) => {
      let sum = 0;
      for (const circle of ofPerson[person] ?? [])
        sum += (each[circle] ?? 0) * ((counts[circle]?.[room] ?? 0) - self);
      return sum;
    },
  };
}
