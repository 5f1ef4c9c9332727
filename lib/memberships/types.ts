import type { MembershipRole } from "@/lib/communities/types";

/** Somebody in a community or room, as a viewer who may see them gets it. */
export type Membership = { memberId: string; name: string; role: MembershipRole; joinedAt: Date };

/** What came of bringing many in: each row counts once. */
export type BulkAnswer = {
  added: number;
  updated: number;
  unchanged: number;
  refused: { index: number; code: string }[];
};

/** What to do with several people in several rooms. */
export type BulkChange = {
  action: "add" | "remove" | "promote" | "demote";
  groupIds: readonly string[];
  memberIds: readonly string[];
};

/** What came of one person in one room. */
export type ChangedSeat = {
  groupId: string;
  memberId: string;
  outcome: "done" | "unchanged" | "refused";
  /** Why it was refused. */
  code: string | null;
};
