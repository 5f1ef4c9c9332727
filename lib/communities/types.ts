import type { StaffRole } from "@/lib/shared/actor";

/** The picture of a community or group (H8): `value` is the emoji, the name in the shipped library, or a file's id. */
export type Icon = { kind: "emoji" | "library" | "image"; value: string; tile: number };

export type MembershipRole = "admin" | "member";

/** What came of one of many people. */
export type PersonOutcome = {
  memberId: string;
  outcome: "done" | "unchanged" | "refused";
  /** Why it was refused. */
  code: string | null;
};
export type JoinMode = "invite" | "request" | "open";

/** A count as a viewer may know it: below five, members who do not administer read "<5" (P12). */
export type ShownCount = number | "<5";

/** By which link somebody came into a community, and whose link it was (H7). */
export type Invited = { inviteId: string; invitedBy: string | null };

export type Lane = { number: number; memberCount: number };

/** A community as its readers get it. Lanes are for those who administer; to members the space is one (L5). */
export type Community = {
  id: string;
  name: string;
  description: string;
  icon: Icon | null;
  joinMode: JoinMode;
  approvalRequired: boolean;
  memberCount: ShownCount;
  groupCount: number;
  lanes: Lane[];
  createdAt: Date;
  archivedAt: Date | null;
};

/** What is deleted along with a community or a room (H6). */
export type WhatGoes = {
  groups: number;
  people: number;
  messages: number;
  invites: number;
  requests: number;
};

/** A community held by its row lock inside a transaction: its counters are the judges of L2 and L3 (L9). */
export type LockedCommunity = {
  id: string;
  name: string;
  memberCount: number;
  groupCount: number;
  adminCount: number;
  archivedAt: Date | null;
};

/** Why one row of many was refused; `index` counts from 0 in the list that was sent. */
export type RefusedRow = { index: number; code: "unknown_id" | "banned" | "community_full" | "group_full" };

/** What came of adding many at once: a refused row never fails the others. */
export type Added = { added: number; unchanged: number; refused: RefusedRow[] };

/** A community or, with a group, a room in which at most one admin is active (H9). */
export type LonePlace = {
  communityId: string;
  groupId: string | null;
  communityName: string;
  groupName: string | null;
  admins: number;
  active: number;
  /** The one who is active, if anybody is. */
  activeAdminId: string | null;
  hasSuccessor: boolean;
};

/** Somebody of the team who may be let into a community, and whether they are (R2). */
export type CommunityGrant = { staffId: string; name: string; role: StaffRole; granted: boolean };
