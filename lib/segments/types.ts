import type { SegmentFilter } from "./schema";

/** A saved filter over members. */
export type Segment = {
  id: string;
  name: string;
  filter: SegmentFilter;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};
