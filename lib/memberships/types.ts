import type { MembershipRole, PersonOutcome } from "@/lib/communities/types";

/** Somebody in a community or room, as a viewer who may see them gets it. */
export type Membership = { memberId: string; name: string; role: MembershipRole; joinedAt: Date };

/** What came of bringing many in: each row counts once. */
export type BulkAnswer = {
  added: number;
  updated: number;
  unchanged: number;
  refused: { index: number; code: string }[];
};

/** What may be done to people in a community or room. */
export const SEAT_ACTIONS = ["add", "remove", "promote", "demote"] as const;
export type SeatAction = (typeof SEAT_ACTIONS)[number];

/** What to do with several people in several rooms. */
export type BulkChange = {
  action: SeatAction;
  groupIds: readonly string[];
  memberIds: readonly string[];
};

/** What came of one person in one room. */
export type ChangedSeat = PersonOutcome & { groupId: string };

/** Who administers a place, who of them is active, and who would take over (H9). */
export type Succession = {
  adminCount: number;
  activeAdminCount: number;
  admins: { memberId: string; name: string; isActive: boolean }[];
  successor: { memberId: string; name: string } | null;
};

/** Who looks after a place, and who there answers to a typed name. */
export type Care = {
  succession: Succession;
  /** For how many days somebody counts as active. */
  activeDays: number;
  typed: string;
  found: { memberId: string; name: string }[];
};

export const CHANGE_KINDS = ["joined", "left", "role"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What differs between two instants about one person in one place; the name is null once the person was erased. */
export type MembershipChange = {
  change: ChangeKind;
  memberId: string;
  name: string | null;
  /** Null: the community itself. */
  groupId: string | null;
  groupName: string | null;
  before: MembershipRole | null;
  after: MembershipRole | null;
};
