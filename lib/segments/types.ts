import type { SegmentFilter } from "./filter-schema";

/** A saved filter over members. */
export type Segment = {
  id: string;
  name: string;
  filter: SegmentFilter;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};
