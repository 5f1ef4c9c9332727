import type { BulkAct, BulkPlace } from "./types";

/** Rows of one act: people × places. More are several acts. */
export const MOST_ROWS = 250_000;

type Where = Pick<BulkAct, "communityIds" | "groupIds">;

/** The places of an act in the order in which it goes through them. */
export function placesOf({ communityIds, groupIds }: Where): BulkPlace[] {
  const places = [
    ...communityIds.map((communityId) => ({ communityId })),
    ...groupIds.map((groupId) => ({ groupId })),
  ];
  return places.length > 0 ? places : [null];
}

/** How many rows an act has. */
export function rowsOf(act: Where & { people: number }): number {
  return act.people * placesOf(act).length;
}

/** Why a row may be refused, of which the pages have words. */
export const BULK_CODES = [
  "banned",
  "community_full",
  "group_full",
  "last_admin",
  "not_a_member",
  "not_allowed",
  "not_granted",
  "place_gone",
  "read_only",
  "too_many_tags",
  "unknown_id",
] as const;
export type BulkCode = (typeof BULK_CODES)[number];

export function isBulkCode(code: string): code is BulkCode {
  return (BULK_CODES as readonly string[]).includes(code);
}

/** How many rows of an act have their result. */
export function doneRows({ counts }: Pick<BulkAct, "counts">): number {
  return counts.done + counts.unchanged + counts.refused;
}
