import type { Actor } from "@/lib/shared/actor";

// Fewer people than this could be told apart (P12).
const SMALLEST_COUNT = 5;

/** A count of people as an actor may read it: for members, fewer than 5 is "<5". */
export function shownCount(actor: Actor, count: number): number | "<5" {
  return actor.kind === "member" && count < SMALLEST_COUNT ? "<5" : count;
}
