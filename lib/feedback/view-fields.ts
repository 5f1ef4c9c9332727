import "server-only";
import type { FeedbackComment, FeedbackSide, FeedbackView } from "./types";

export const feedbackFields = {
  id: true,
  memberId: true,
  communityId: true,
  kind: true,
  title: true,
  body: true,
  score: true,
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

type FeedbackRecord = Omit<FeedbackView, "kind" | "status"> & { kind: string; status: string };

/** An item as one side may see it. */
export function viewOf(record: FeedbackRecord, side: FeedbackSide): FeedbackView {
  const item = record as FeedbackView;
  if (side === "staff") return item;
  return { ...item, mergedInto: null, ownerId: null, dueAt: null, tags: [] };
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

/** An entry as one side may see it: to the author, whoever of the staff wrote is "staff". */
export function commentViewOf(record: CommentRecord, side: FeedbackSide): FeedbackComment {
  const comment = record as FeedbackComment;
  return side === "author" && comment.authorKind !== "member" ? { ...comment, authorId: null } : comment;
}
