import type { MembershipRole } from "@/lib/communities/types";
import type { ListedMember } from "@/lib/members/types";

/** A person as far as a merge touches the record itself. */
export type MergedProfile = {
  name: string;
  userId: string | null;
  locale: string | null;
  timezone: string | null;
  photoFileId: string | null;
  birthdayOn: Date | null;
  fields: Record<string, unknown>;
  tags: string[];
  suspendedAt: Date | null;
};

/** Where somebody was: a community or, with `groupId`, a room of it. `other`: the role there of the record that stays. */
export type KeptSeat = {
  communityId: string;
  groupId: string | null;
  role: MembershipRole;
  other: MembershipRole | null;
};

/** What is kept of a merge, so that it can be undone. Everything is JSON. */
export type Kept = {
  /** The whole row of the record that went. */
  row: Record<string, unknown>;
  /** Votes and other rows that stayed behind because the other record had their like. */
  votes: string[];
  /** Absent in merges from before there were any. */
  answers?: Record<string, unknown>[];
  requests: Record<string, unknown>[];
  waiting: Record<string, unknown>[];
  seats: KeptSeat[];
  /** What was moved, by table and column. */
  moved: Record<string, string[]>;
  /** The record that stays, before. */
  before: Omit<MergedProfile, "birthdayOn" | "suspendedAt"> & {
    birthdayOn: string | null;
    suspendedAt: string | null;
  };
};

/** A merge as staff see it on the card of who stays. */
export type Merge = {
  id: string;
  memberId: string;
  mergedId: string;
  mergedName: string;
  mergedAt: Date;
  undoneAt: Date | null;
  /** Until when it can be undone; null when it no longer can. */
  undoUntil: Date | null;
};

/** What lets one think that two records are one person, the strongest first: each can be said in a sentence. */
export const EVIDENCE_KINDS = ["number", "mailbox", "name_birthday", "name_address"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** `value` is what both have: the digits, the mailbox, the day, the beginning of the address. */
export type Evidence = { kind: EvidenceKind; value: string };

/** Two records that may be one person; the smaller id comes first. */
export type Suspicion = { oneId: string; otherId: string; evidence: Evidence[] };

/** The same with what staff see of both. */
export type ShownSuspicion = { people: [ListedMember, ListedMember]; evidence: Evidence[] };
