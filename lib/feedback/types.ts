import type { Icon, ShownCount } from "@/lib/communities/types";

export type FeedbackKind = "suggestion" | "complaint" | "praise" | "question";
export type FeedbackStatus = "new" | "triaged" | "planned" | "in_progress" | "done" | "declined" | "merged";

/** By which way it came (F1). */
export type FeedbackSource = "portal" | "announcement" | "form" | "api" | "import" | "staff";
/** By which measure a score is: 0–10, would recommend; or 1–5, content. */
export type ScoreScale = "nps" | "csat";
/** The ends of which author and supporters are told, once each and round. */
export type FinalStatus = "done" | "declined";

/** From where somebody looks at an item: with everything, or as its author. */
export type FeedbackSide = "staff" | "author";

/** An item as one side gets it: to the author, owner, due date, tags and the item it went into are empty. */
export type FeedbackView = {
  id: string;
  memberId: string | null;
  communityId: string | null;
  kind: FeedbackKind;
  title: string;
  body: string;
  score: number | null;
  scale: ScoreScale | null;
  source: FeedbackSource;
  /** Other members of its community see it, without its author, and may support it. */
  isShared: boolean;
  status: FeedbackStatus;
  statusReason: string | null;
  mergedInto: string | null;
  ownerId: string | null;
  dueAt: Date | null;
  /** To the author fewer than five read "<5": they could name who voted (P12). */
  votes: ShownCount;
  tags: string[];
  /** What somebody without an account left by a public form; the address itself is nobody's to see. */
  contact: { name: string | null; hasEmail: boolean } | null;
  createdAt: Date;
  updatedAt: Date;
};

/** An entry of an item's story: words, a change of state, or both. Staff have no id and no name to members. */
export type FeedbackComment = {
  id: string;
  feedbackId: string;
  authorKind: "member" | "staff" | "system";
  authorId: string | null;
  body: string;
  internal: boolean;
  fromStatus: FeedbackStatus | null;
  toStatus: FeedbackStatus | null;
  createdAt: Date;
};

/** A row of the staff's list, with the names beside the ids. */
export type FeedbackRow = Omit<FeedbackView, "votes"> & {
  votes: number;
  authorName: string | null;
  community: { name: string; icon: Icon | null } | null;
  ownerName: string | null;
  overdue: boolean;
};

/** Where an item stands for who asked: of a merged one, where the other stands. */
export type IdeaEnd = {
  /** Whose end it is: the item itself, or the one it was merged into. */
  rootId: string;
  status: FeedbackStatus;
  reason: string | null;
  /** What the acting member said of its end; null: they were not asked in this round. */
  asked: { solved: boolean | null } | null;
};

/** A row of the author's own list; `unseen` when something happened since they looked. */
export type OwnFeedbackRow = Pick<
  FeedbackView,
  "id" | "kind" | "title" | "status" | "createdAt" | "updatedAt"
> & { unseen: boolean };

/** Somebody who may own items. */
export type FeedbackOwner = { staffId: string; name: string };

/** An item held by its row lock inside a transaction. */
export type LockedFeedback = {
  id: string;
  memberId: string | null;
  communityId: string | null;
  kind: FeedbackKind;
  title: string;
  status: FeedbackStatus;
  round: number;
  mergedInto: string | null;
};

/** How many were told of the end of an item in its present round, and what they say of it. */
export type OutcomeCounts = { told: number; solved: number; unsolved: number };

/** What a member sees of an idea of their community: never whose it is. */
export type Idea = {
  id: string;
  communityId: string;
  title: string;
  body: string;
  status: FeedbackStatus;
  /** Fewer than five read "<5": they could name who voted (P12). */
  votes: ShownCount;
  hasVoted: boolean;
  isOwn: boolean;
  createdAt: Date;
};

/** What an item could be merged into. */
export type Twin = { id: string; title: string; status: FeedbackStatus; votes: number };

/** NPS or CSAT of a time. */
export type Measure = {
  scale: ScoreScale;
  answers: ShownCount;
  /** NPS −100 to 100, CSAT 0 to 100; null below five answers. */
  value: number | null;
  /** Null below five answers. */
  scores: { score: number; count: number }[] | null;
  /** Months with answers, oldest first: "2026-11". */
  months: { month: string; answers: ShownCount; value: number | null }[];
};

/** How often somebody of the team gets a digest by mail. */
export type DigestFrequency = "daily" | "weekly" | "monthly";
