import type { GrantingRule } from "@/lib/members/visibility/policy";

/** What a question about sight is about: the phone, or anything at all. */
export const SIGHTS = ["phone", "anything"] as const;
export type Sight = (typeof SIGHTS)[number];

/** Why somebody sees a person: a rule of the table P, and the room that makes it hold. */
export type SightReason = { rule: GrantingRule; roomId: string | null; roomName: string | null };

/** How many people see somebody by one rule in one room. */
export type SightCount = SightReason & { people: number };

/** How many people see somebody, in all and by rule and room; and whether there was a phone to see. */
export type SightSummary = { total: number; hadPhone: boolean; counts: SightCount[] };

/** Somebody who sees a person. The name is null where the asker may not know it, or nobody bears it any more. */
export type SightViewer = {
  kind: "member" | "staff";
  id: string | null;
  name: string | null;
  role: string | null;
  phone: boolean;
  reasons: SightReason[];
};

/** A viewer who came or went between two instants, with the reasons of the time when they saw. */
export type SightChange = SightViewer & { change: "gained" | "lost" };

/** What people may ask about their own data (LGPD, art. 18). */
export const REQUEST_KINDS = ["access", "correction", "portability", "erasure", "objection"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How a request came in. */
export const REQUEST_WAYS = ["portal", "letter", "email", "phone", "in_person"] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

export const REQUEST_STATUSES = ["open", "in_progress", "done", "refused", "cancelled"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Why a request may be refused; the person is told. */
export const REFUSAL_REASONS = [
  "not_identified",
  "unfounded",
  "kept_by_law",
  "rights_of_others",
  "repeated",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A request about one's own data. The name is null once the person was erased, and the words are gone then. */
export type PrivacyRequest = {
  id: string;
  memberId: string;
  name: string | null;
  kind: RequestKind;
  receivedBy: RequestWay;
  status: RequestStatus;
  details: string;
  answer: string;
  refusalReason: RefusalReason | null;
  receivedAt: Date;
  dueAt: Date;
  /** Until the last day, 0 on it, negative after it; null: closed. */
  daysLeft: number | null;
  exportedAt: Date | null;
  closedAt: Date | null;
};
