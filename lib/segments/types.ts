import type { SegmentFilter } from "./schema";

/** What a value of a field is asked for. `is_set` and `is_not_set` need no value. */
export const FIELD_TESTS = [
  "is",
  "is_not",
  "at_least",
  "at_most",
  "contains",
  "is_set",
  "is_not_set",
] as const;
export const CONTACTS = ["email", "phone", "account"] as const;

export const PLACE_CONDITIONS = [
  "communityId",
  "communityIds",
  "notCommunityIds",
  "groupId",
  "groupIds",
  "notGroupIds",
] as const satisfies readonly (keyof SegmentFilter)[];

/** A community or group that a filter names, and by which condition; without a name it is gone, and has nobody in it. */
export type NamedPlace = { condition: (typeof PLACE_CONDITIONS)[number]; id: string; name: string | null };

/** A saved filter over members. */
export type Segment = {
  id: string;
  name: string;
  filter: SegmentFilter;
  places: NamedPlace[];
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** A segment in the list: how many people it finds now, and whether the asker may change it. */
export type CountedSegment = Segment & { count: number; mayChange: boolean };
