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

/** A saved filter over members. */
export type Segment = {
  id: string;
  name: string;
  filter: SegmentFilter;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** A segment in the list: how many people it finds now, where that can be told, and whether the asker may change it. */
export type CountedSegment = Segment & { count: number | null; mayChange: boolean };
