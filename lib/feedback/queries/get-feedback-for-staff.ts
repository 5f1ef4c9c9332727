import "server-only";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canAnswerFeedback } from "../policy";
import type { FeedbackComment, FeedbackOwner, FeedbackRow } from "../types";
import { subjectOf } from "./find-subject";
import { listComments } from "./list-comments";
import { getFeedbackRow } from "./list-feedback-rows";
import { listOwners, staffNames } from "./list-owners";

/** An item with everything its page shows to the staff's side. `names` are by staff or member id. */
export type FeedbackForStaff = {
  item: FeedbackRow;
  comments: FeedbackComment[];
  names: Map<string, string>;
  owners: FeedbackOwner[];
  canAnswer: boolean;
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
  return { item, comments: story.data, names: staff, owners, canAnswer };
}
