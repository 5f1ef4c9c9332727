import "server-only";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canAnswerFeedback } from "../policy";
import { isFinal, isOpen, isShareable } from "../rules";
import type { FeedbackComment, FeedbackOwner, FeedbackRow, OutcomeCounts, Twin } from "../types";
import { subjectOf } from "./find-subject";
import { getOutcomes } from "./get-outcomes";
import { listComments } from "./list-comments";
import { getFeedbackRow } from "./list-feedback-rows";
import { listOwners, staffNames } from "./list-owners";
import { listTwins } from "./list-twins";

/** An item with everything its page shows to the staff's side. `names` are by staff or member id. */
export type FeedbackForStaff = {
  item: FeedbackRow;
  comments: FeedbackComment[];
  names: Map<string, string>;
  owners: FeedbackOwner[];
  canAnswer: boolean;
  /** What it could be merged into. */
  twins: Twin[];
  /** Of an item that has ended. */
  outcomes: OutcomeCounts | null;
  /** Hidden from the community now, and its author lets others see it. */
  mayBeShared: boolean;
};

/** @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getFeedbackForStaff(ctx: TenantContext, id: string): Promise<FeedbackForStaff> {
  if (!isId(id)) throw notFound();
  const item = await getFeedbackRow(ctx, id);
  if (!item) throw notFound();
  const [story, owners, staff, subject] = await Promise.all([
    listComments(ctx, id),
    listOwners(ctx, item.communityId),
    staffNames(ctx),
    subjectOf(ctx, item),
  ]);
  const people = await viewMembers(
    ctx,
    story.data.flatMap(({ authorId }) => authorId ?? []),
  );
  for (const [memberId, { name }] of people) staff.set(memberId, name);
  const canAnswer = canAnswerFeedback(ctx.actor, subject).ok;
  const [twins, outcomes, hidden] = await Promise.all([
    canAnswer && isOpen(item.status) ? listTwins(ctx, id) : [],
    isFinal(item.status) ? getOutcomes(ctx, id) : null,
    ctx.db.feedback.count({ where: { id, isShared: false, OR: [{ mayShare: true }, { memberId: null }] } }),
  ]);
  const mayBeShared = hidden > 0 && isShareable(item);
  return { item, comments: story.data, names: staff, owners, canAnswer, twins, outcomes, mayBeShared };
}
