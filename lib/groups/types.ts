import type { Added, Icon, JoinMode, ShownCount } from "@/lib/communities/types";
import type { Door } from "./door-rules";

/** A room of a community as its readers get it. */
export type Group = {
  id: string;
  communityId: string;
  name: string;
  description: string;
  icon: Icon | null;
  memberCount: ShownCount;
  /** How many it holds (L1). */
  capacity: number;
  overflow: boolean;
  /** The room whose overflow this one takes in (L10). */
  overflowOf: string | null;
  joinMode: JoinMode;
  createdAt: Date;
  archivedAt: Date | null;
};

/** A room held by its row lock inside a transaction. */
export type LockedGroup = {
  id: string;
  communityId: string;
  name: string;
  description: string;
  icon: Icon | null;
  joinMode: JoinMode;
  overflow: boolean;
  overflowOf: string | null;
  memberCount: number;
  adminCount: number;
  archivedAt: Date | null;
};

/** What came of adding many to a room; `placed` tells which rooms took how many in, the asked-for one first. */
export type AddedToGroup = Added & {
  placed: { groupId: string; count: number }[];
  /** Overflow is on: whom no room of the family holds may wait (L10). */
  mayWait: boolean;
};

/** A room as one who is in it finds it in their list. */
export type OwnGroup = {
  id: string;
  name: string;
  icon: Icon | null;
  communityId: string;
  communityName: string;
  isArchived: boolean;
  /** Nothing new counts while one does not want to hear of it. */
  unread: number;
  isMuted: boolean;
  /** Whether somebody has called them by name in what they have not read. */
  isCalled: boolean;
  lastBody: string | null;
  lastKind: string | null;
  lastAt: Date | null;
};

/** A room of one's communities that one is not in. */
export type OpenGroup = {
  id: string;
  name: string;
  description: string;
  icon: Icon | null;
  communityId: string;
  communityName: string;
  memberCount: number;
  joinMode: JoinMode;
  isAsked: boolean;
  isQueued: boolean;
  door: Door;
};

/** A community that a room could move to. */
export type MoveTarget = { id: string; name: string };

/** What a move of a room would do (H5): who comes along, who is new there, who leaves the old community, who stays behind. */
export type MovePreview = {
  people: number;
  newcomers: number;
  leavers: number;
  banned: number;
  to: MoveTarget & { groupCount: number; groupLimit: number; memberCount: number; memberLimit: number };
};

/** What splitting a room in two would give; admins sit in both halves. */
export type SplitPreview = {
  names: [string, string];
  staying: number;
  going: number;
  admins: number;
  /** The share, by weight, of what ties its people that stays together. */
  keptShare: number;
  isTooSmall: boolean;
  groupCount: number;
  groupLimit: number;
};

/** A community or room that comes close to a limit (L11). */
export type NearLimit = {
  limit: "communityMembers" | "communityGroups" | "groupMembers";
  communityId: string;
  groupId: string | null;
  name: string;
  value: number;
  max: number;
};

export type SuggestionStatus = "pending" | "approved" | "declined";

/** A room that a member suggested (H7), as those who decide see it. */
export type GroupSuggestion = {
  id: string;
  communityId: string;
  memberId: string | null;
  memberName: string | null;
  name: string;
  description: string;
  status: SuggestionStatus;
  reason: string;
  groupId: string | null;
  createdAt: Date;
};

/** The same as the person who suggested it sees it. */
export type OwnSuggestion = Pick<
  GroupSuggestion,
  "id" | "name" | "status" | "reason" | "groupId" | "createdAt"
>;

/** Somebody in the queue of a full room; null where the viewer may not see them. */
export type QueuedPerson = { memberId: string | null; name: string | null; createdAt: Date };
