import "server-only";
import { shownCount } from "@/lib/communities/rules";
import type { IsSeen } from "@/lib/members/queries/who-is-seen";
import type { FeedbackComment, FeedbackSide, FeedbackView } from "./types";

export const feedbackFields = {
  id: true,
  memberId: true,
  communityId: true,
  kind: true,
  title: true,
  body: true,
  score: true,
  scale: true,
  source: true,
  isShared: true,
  contactName: true,
  contactEmail: true,
  status: true,
  statusReason: true,
  mergedInto: true,
  ownerId: true,
  dueAt: true,
  votes: true,
  tags: true,
  createdAt: true,
  updatedAt: true,
} as const;

type FeedbackRecord = Omit<FeedbackView, "kind" | "status" | "votes" | "scale" | "source" | "contact"> & {
  contactName: string | null;
  contactEmail: string | null;
  kind: string;
  scale: string | null;
  source: string;
  status: string;
  votes: number;
};

/** An item as one side may see it; an author whom the reader may not know of is nobody (P12). */
export function viewOf(record: FeedbackRecord, side: FeedbackSide, isSeen: IsSeen): FeedbackView {
  const { contactName: name, contactEmail: email, ...fields } = record;
  const { memberId } = record;
  const contact = name === null && email === null ? null : { name, hasEmail: email !== null };
  const item = { ...fields, contact, memberId: isSeen(memberId) ? memberId : null } as FeedbackView;
  if (side === "staff") return item;
  const votes = shownCount(record.votes, false);
  return { ...item, votes, mergedInto: null, ownerId: null, dueAt: null, tags: [], contact: null };
}

export const commentFields = {
  id: true,
  feedbackId: true,
  authorKind: true,
  authorId: true,
  body: true,
  internal: true,
  fromStatus: true,
  toStatus: true,
  createdAt: true,
} as const;

type CommentRecord = Omit<FeedbackComment, "authorKind" | "fromStatus" | "toStatus"> & {
  authorKind: string;
  fromStatus: string | null;
  toStatus: string | null;
};

/**
 * An entry as one side may see it: to the author, whoever of the staff wrote is "staff"; a member whom the reader may not
 * know of is nobody (P12).
 */
export function commentViewOf(record: CommentRecord, side: FeedbackSide, isSeen: IsSeen): FeedbackComment {
  const comment = record as FeedbackComment;
  const isNamed = comment.authorKind === "member" ? isSeen(comment.authorId) : side === "staff";
  return isNamed ? comment : { ...comment, authorId: null };
}
