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
