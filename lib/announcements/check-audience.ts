import "server-only";
import { managesBlock } from "@/lib/blocks/queries/find-block";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import { seesFeedback } from "@/lib/feedback/queries/find-subject";
import type { TenantContext } from "@/lib/platform/context";
import { findReadableIds } from "@/lib/segments/queries/find-segment";
import { authorize } from "@/lib/shared/decision";
import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";
import { canSend } from "./policy";
import type { AudienceChoice } from "./types";

type Choice = { communityIds: readonly string[]; audience: AudienceChoice };

/**
 * That the communities and groups of an audience exist here, belong together and are open, and that the actor may send
 * to them. Unknown and foreign ids are the same (T3).
 * @throws Refusal `invalid_input`, `read_only` (archived, H6), `not_allowed`, `not_granted`.
 */
export async function checkAudience(ctx: TenantContext, choice: Choice): Promise<void> {
  const communities = await ctx.db.community.findMany({
    where: { id: { in: [...choice.communityIds] } },
    select: { id: true, archivedAt: true },
  });
  const known = communities.map(({ id }) => id);
  const unknown = choice.communityIds.flatMap((id, index) =>
    known.includes(id) ? [] : [{ path: `communityIds.${index}`, code: "unknown_id" }],
  );
  if (unknown.length > 0) throw invalidInput(...unknown);
  authorize(canSend(ctx.actor, choice.communityIds, await listAdministeredCommunityIds(ctx)));
  if (communities.some(({ archivedAt }) => archivedAt !== null)) throw new Refusal("read_only");
  const problems = await Promise.all([
    findGroupProblems(ctx, choice),
    findExclusionProblems(ctx, choice),
    findSegmentProblems(ctx, choice),
    findAnsweredProblems(ctx, choice),
    findAskedProblems(ctx, choice),
  ]);
  if (problems.flat().length > 0) throw invalidInput(...problems.flat());
}

async function findGroupProblems(ctx: TenantContext, choice: Choice): Promise<FieldIssue[]> {
  const chosen = choice.audience.groupIds ?? [];
  const excluded = choice.audience.exclude?.groupIds ?? [];
  if (chosen.length + excluded.length === 0) return [];
  const groups = await ctx.db.group.findMany({
    where: { id: { in: [...chosen, ...excluded] } },
    select: { id: true, communityId: true },
  });
  const homeOf = new Map(groups.map(({ id, communityId }) => [id, communityId]));
  const outside = (id: string) => !choice.communityIds.includes(homeOf.get(id) ?? "");
  return [
    ...chosen.flatMap((id, index) => {
      const path = `audience.groupIds.${index}`;
      if (!homeOf.has(id)) return [{ path, code: "unknown_id" }];
      return outside(id) ? [{ path, code: "group_outside_communities" }] : [];
    }),
    ...excluded.flatMap((id, index) =>
      homeOf.has(id) ? [] : [{ path: `audience.exclude.groupIds.${index}`, code: "unknown_id" }],
    ),
  ];
}

async function findExclusionProblems(ctx: TenantContext, { audience }: Choice): Promise<FieldIssue[]> {
  const named = (["receivedAnnouncementId", "didNotReadAnnouncementId"] as const).flatMap((name) => {
    const id = audience.exclude?.[name];
    return id ? [{ id, path: `audience.exclude.${name}` }] : [];
  });
  if (named.length === 0) return [];
  const found = await ctx.db.announcement.findMany({
    where: { id: { in: named.map(({ id }) => id) } },
    select: { id: true },
  });
  return named.flatMap(({ id, path }) =>
    found.some((known) => known.id === id) ? [] : [{ path, code: "unknown_id" }],
  );
}

/** A block whose answers the actor does not see is one that does not exist. */
async function findAnsweredProblems(ctx: TenantContext, { audience }: Choice): Promise<FieldIssue[]> {
  if (!audience.answered) return [];
  return (await managesBlock(ctx, audience.answered.blockId))
    ? []
    : [{ path: "audience.answered.blockId", code: "unknown_id" }];
}

/** Feedback that the actor may not read is none. */
async function findAskedProblems(ctx: TenantContext, { audience }: Choice): Promise<FieldIssue[]> {
  if (!audience.askedFeedbackId) return [];
  return (await seesFeedback(ctx, audience.askedFeedbackId))
    ? []
    : [{ path: "audience.askedFeedbackId", code: "unknown_id" }];
}

/** A segment that the actor may not read is one that does not exist. */
async function findSegmentProblems(ctx: TenantContext, { audience }: Choice): Promise<FieldIssue[]> {
  const { segmentId } = audience;
  const named = [
    ...(segmentId ? [{ id: segmentId, path: "audience.segmentId" }] : []),
    ...(audience.exclude?.segmentIds ?? []).map((id, place) => ({
      id,
      path: `audience.exclude.segmentIds.${place}`,
    })),
  ];
  const usable = await findReadableIds(
    ctx,
    named.map(({ id }) => id),
  );
  return named.flatMap(({ id, path }) => (usable.includes(id) ? [] : [{ path, code: "unknown_id" }]));
}
