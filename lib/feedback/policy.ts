import type { MembershipRole } from "@/lib/communities/types";
import { type Actor, isInSight } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import type { Action } from "@/lib/tenants/permissions";
import { canAsStaff, communitiesInReach, may } from "@/lib/tenants/policy";
import type { FeedbackSide } from "./types";

/** Whose an item is, where it belongs, and the actor's own role there. */
export type FeedbackSubject = {
  authorId: string | null;
  communityId: string | null;
  role: MembershipRole | null;
  /** Other members of the community see it, without its author. */
  isShared: boolean;
};

/** Staff in reach and admins of its community see all of an item, its author their side, everybody else nothing. */
export function sideOf(actor: Actor, subject: FeedbackSubject): FeedbackSide | null {
  if (inPlace(actor, "feedback.view", subject).ok) return "staff";
  return isAuthor(actor, subject) ? "author" : null;
}

/** Refuses with `not_found` (members), `not_allowed` or `not_granted` (staff, R2). */
export function canViewFeedback(actor: Actor, subject: FeedbackSubject): Decision {
  return isAuthor(actor, subject) ? allowed : inPlace(actor, "feedback.view", subject);
}

/** Answering, notes, status, owner, tags, merging: staff who answer, and admins of the community (R3). */
export function canAnswerFeedback(actor: Actor, subject: FeedbackSubject): Decision {
  const answer = inPlace(actor, "feedback.answer", subject);
  return !answer.ok && isAuthor(actor, subject) ? refused("not_allowed") : answer;
}

/** Writing into the story of an item: its author, and who may answer. */
export function canCommentFeedback(actor: Actor, subject: FeedbackSubject): Decision {
  return isAuthor(actor, subject) ? allowed : canAnswerFeedback(actor, subject);
}

/** Supporting an idea: whoever sees the item, and members of its community where it is shared with them. */
export function canVoteForFeedback(actor: Actor, subject: FeedbackSubject): Decision {
  const { communityId, role } = subject;
  const isOfTheirs =
    actor.kind === "member" && role !== null && communityId !== null && isInSight(actor, communityId);
  return isOfTheirs && subject.isShared ? allowed : canViewFeedback(actor, subject);
}

/** Whether the actor may list feedback at all; which, the query narrows. */
export function canListFeedback(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "feedback.view");
}

export function isAuthor(actor: Actor, { authorId }: Pick<FeedbackSubject, "authorId">): boolean {
  return authorId !== null && actor.kind !== "system" && actor.memberId === authorId;
}

function inPlace(actor: Actor, action: Action, { communityId, role }: FeedbackSubject): Decision {
  if (communityId === null) return anywhere(actor, action);
  const decision = may(actor, action, { communityId, role });
  return !decision.ok && actor.kind === "member" ? refused("not_found") : decision;
}

/** What belongs to no community is within no grant (R2). */
function anywhere(actor: Actor, action: Action): Decision {
  if (actor.kind === "member") return refused("not_found");
  const decision = canAsStaff(actor, action);
  return decision.ok && communitiesInReach(actor, action) !== null ? refused("not_granted") : decision;
}
