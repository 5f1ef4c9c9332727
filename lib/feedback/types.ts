import type { Icon, ShownCount } from "@/lib/communities/types";

export type FeedbackKind = "suggestion" | "complaint" | "praise" | "question";
export type FeedbackStatus = "new" | "triaged" | "planned" | "in_progress" | "done" | "declined" | "merged";

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
  status: FeedbackStatus;
  statusReason: string | null;
  mergedInto: string | null;
  ownerId: string | null;
  dueAt: Date | null;
  /** To the author fewer than five read "<5": they could name who voted (P12). */
  votes: ShownCount;
  tags: string[];
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
  title: string;
  status: FeedbackStatus;
};
