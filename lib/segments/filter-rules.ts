import type { SegmentFilter } from "./schema";

// Conditions about what only those who see all of a profile may know: by counting one would learn them of each person (P12).
const ABOUT_CONTACTS = [
  "q",
  "locale",
  "role",
  "has",
  "lacks",
  "consent",
] as const satisfies readonly (keyof SegmentFilter)[];
const ABOUT_PLACES = ["communityIds", "notCommunityIds"] as const;

/** The conditions of a filter that ask what only those who see whole profiles may know. */
export function contactConditions(filter: SegmentFilter): (typeof ABOUT_CONTACTS)[number][] {
  return ABOUT_CONTACTS.filter((name) => filter[name] !== undefined);
}

/** The communities that a filter names. */
export function namedCommunities(filter: SegmentFilter): string[] {
  return [
    ...(filter.communityId ? [filter.communityId] : []),
    ...ABOUT_PLACES.flatMap((name) => filter[name] ?? []),
  ];
}

/** The groups that a filter names. */
export function namedGroups(filter: SegmentFilter): string[] {
  return [
    ...(filter.groupId ? [filter.groupId] : []),
    ...(filter.groupIds ?? []),
    ...(filter.notGroupIds ?? []),
  ];
}
