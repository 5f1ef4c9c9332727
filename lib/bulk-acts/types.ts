import type { PersonOutcome } from "@/lib/communities/types";

export const BULK_ACTIONS = ["add", "remove", "promote", "demote", "tag", "untag"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];
export const BULK_STATUSES = ["queued", "running", "done", "failed"] as const;
export const OUTCOMES = [
  "done",
  "unchanged",
  "refused",
] as const satisfies readonly PersonOutcome["outcome"][];
export type Outcome = (typeof OUTCOMES)[number];

/** One thing done to many people, in many places or with tags. Each person in each place is a row. */
export type BulkAct = {
  id: string;
  action: BulkAction;
  status: (typeof BULK_STATUSES)[number];
  /** Why it was stopped. */
  code: string | null;
  communityIds: string[];
  groupIds: string[];
  tags: string[];
  people: number;
  rows: number;
  counts: Record<Outcome, number>;
  createdBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Where a row's act is done; with tags nowhere in particular. */
export type BulkPlace = { communityId: string } | { groupId: string } | null;

/** What came of one person in one place; names of now, null where somebody or something is gone. */
export type BulkRow = {
  memberId: string;
  memberName: string | null;
  communityId: string | null;
  groupId: string | null;
  placeName: string | null;
  outcome: Outcome;
  code: string | null;
};
