import type { SegmentFilter } from "./schema";
import { type NamedPlace, PLACE_CONDITIONS } from "./types";

// Conditions about what only those who see all of a profile may know: by counting one would learn them of each person (P12).
const ABOUT_CONTACTS = [
  "q",
  "locale",
  "role",
  "has",
  "lacks",
  "consent",
] as const satisfies readonly (keyof SegmentFilter)[];

/** The conditions of a filter that ask what only those who see whole profiles may know. */
export function contactConditions(filter: SegmentFilter): (typeof ABOUT_CONTACTS)[number][] {
  return ABOUT_CONTACTS.filter((name) => filter[name] !== undefined);
}

/** The communities and groups that a filter names, by condition. */
export function placesNamed(filter: SegmentFilter): Omit<NamedPlace, "name">[] {
  return PLACE_CONDITIONS.flatMap((condition) =>
    [filter[condition] ?? []].flat().map((id) => ({ condition, id })),
  );
}
