import { type Board, boardOf } from "./board-rules";
import { clustersOf } from "./cluster-rules";
import type { Ties } from "./ties-rules";

/** A room that people may be placed in: who sits there already, and how many of them it must and may take. */
export type PlacementRoom = { residents: readonly string[]; atLeast: number; atMost: number };

const MOST_PASSES = 4;
// Beyond so many people times rooms one pass has to do: the room's community is held meanwhile.
const BIG = 60_000;

/**
 * Seats people so that neighbours stay together as far as the rooms allow (L10): close people grow into clusters no bigger
 * than a room, clusters go where they know somebody, and swaps mend what was cut. The same input gives the same seats.
 * The rooms hold everybody; none gets more or fewer than it may.
 * @returns who sits in each room, in the order given
 */
export function keepTogether(
  people: readonly string[],
  rooms: readonly PlacementRoom[],
  ties: Ties,
): string[][] {
  const board = boardOf(
    people,
    rooms.map((room) => room.residents),
    ties,
  );
  placeClusters(board, people, rooms, ties);
  meetLeast(board, rooms);
  const passes = people.length * rooms.length > BIG ? 1 : MOST_PASSES;
  for (let pass = 0; pass < passes; pass++) if (!swapAll(board, rooms)) break;
  return rooms.map((_, room) => people.filter((_id, person) => board.roomOf(person) === room));
}

function placeClusters(
  board: Board,
  people: readonly string[],
  rooms: readonly PlacementRoom[],
  ties: Ties,
): void {
  const free = rooms.map((room) => room.atMost);
  const waiting = clustersOf(people, ties, Math.max(...free, 1));
  while (waiting.length > 0) {
    const cluster = waiting.shift() ?? [];
    const room = bestRoom(board, cluster, free);
    const fits = Math.min(cluster.length, free[room] ?? 0);
    if (fits === 0) continue;
    for (const person of cluster.slice(0, fits)) board.seat(person, room);
    free[room] = (free[room] ?? 0) - fits;
    if (fits < cluster.length) waiting.unshift(cluster.slice(fits));
  }
}

/** Where a cluster knows most, among the rooms that hold all of it; else the room with most places. */
function bestRoom(board: Board, cluster: readonly number[], free: readonly number[]): number {
  let best = -1;
  let bestTies = -1;
  for (const [room, places] of free.entries()) {
    if (places < cluster.length) continue;
    const known = cluster.reduce((sum, person) => sum + board.tiesTo(person, room), 0);
    if (known > bestTies + 1e-9) [best, bestTies] = [room, known];
  }
  return best >= 0 ? best : free.indexOf(Math.max(...free));
}

/** Rooms that must be filled take those who lose least by coming. */
function meetLeast(board: Board, rooms: readonly PlacementRoom[]): void {
  for (const [room, { atLeast }] of rooms.entries()) {
    if (board.seatedIn(room).size >= atLeast) continue;
    const elsewhere = rooms.flatMap((_, other) => (other === room ? [] : [...board.seatedIn(other)]));
    for (const person of byGain(board, elsewhere, room)) {
      if (board.seatedIn(room).size >= atLeast) break;
      const from = board.roomOf(person);
      if (board.seatedIn(from).size > (rooms[from]?.atLeast ?? 0)) board.seat(person, room);
    }
  }
}

/** One pass over every two rooms. @returns whether anything got better */
function swapAll(board: Board, rooms: readonly PlacementRoom[]): boolean {
  let better = false;
  for (let a = 0; a < rooms.length; a++)
    for (let b = a + 1; b < rooms.length; b++) if (swapBetween(board, a, b)) better = true;
  return better;
}

/** Swaps the most willing of two rooms, pair by pair, while both together gain (after Kernighan and Lin). */
function swapBetween(board: Board, a: number, b: number): boolean {
  const [fromA, fromB] = [byGain(board, board.seatedIn(a), b), byGain(board, board.seatedIn(b), a)];
  let better = false;
  for (let at = 0; at < Math.min(fromA.length, fromB.length); at++) {
    const [one, other] = [fromA[at] ?? 0, fromB[at] ?? 0];
    const gain = gainOf(board, one, b) + gainOf(board, other, a) - 2 * board.between(one, other);
    if (gain <= 1e-9) break;
    board.seat(one, b);
    board.seat(other, a);
    better = true;
  }
  return better;
}

/** People by what they gain from going to a room, the most willing first. */
function byGain(board: Board, people: Iterable<number>, to: number): number[] {
  return [...people]
    .map((person) => ({ person, gain: gainOf(board, person, to) }))
    .sort((x, y) => y.gain - x.gain || x.person - y.person)
    .map(({ person }) => person);
}

function gainOf(board: Board, person: number, to: number): number {
  return board.tiesTo(person, to) - board.tiesTo(person, board.roomOf(person));
}
