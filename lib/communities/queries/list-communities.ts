import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { communitiesInReach } from "@/lib/tenants/policy";
import { ownMemberId } from "../actor-rules";
import {
  type CommunityFilter,
  type CommunityRow,
  selectCommunities,
  selectLanes,
} from "../community-list-sql";
import { canListCommunities, canSeeExactCounts, canViewCommunity } from "../policy";
import { shownCount } from "../rules";
import type { Community } from "../types";
import { findStanding } from "./find-standing";

const cursorKeys = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * Communities that the actor may see, newest first: staff within their reach, members those they are in.
 * @throws Refusal `not_allowed`, `invalid_cursor`
 */
export async function listCommunities(
  ctx: TenantContext,
  page: { limit: number; cursor?: string | undefined; archived?: boolean | null },
): Promise<Page<Community>> {
  authorize(canListCommunities(ctx.actor));
  const [createdAt, id] = page.cursor ? decodeCursor(page.cursor, cursorKeys) : [];
  const rows = await selectCommunities(ctx.db, {
    ...viewerOf(ctx),
    ids: null,
    archived: page.archived ?? null,
    after: createdAt && id ? { createdAt: String(createdAt), id: String(id) } : null,
    limit: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { data: await viewsOf(ctx, data), nextCursor };
}

/** One community. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getCommunity(ctx: TenantContext, communityId: string): Promise<Community> {
  authorize(canViewCommunity(ctx.actor, await findStanding(ctx, communityId)));
  const rows = await selectCommunities(ctx.db, {
    ...viewerOf(ctx),
    ids: [communityId],
    archived: null,
    after: null,
    limit: 1,
  });
  const [community] = await viewsOf(ctx, rows);
  if (!community) throw notFound();
  return community;
}

function viewerOf(ctx: TenantContext): Pick<CommunityFilter, "reach" | "viewerMemberId"> {
  return { reach: communitiesInReach(ctx.actor, "communities.view"), viewerMemberId: ownMemberId(ctx.actor) };
}

async function viewsOf(ctx: TenantContext, rows: readonly CommunityRow[]): Promise<Community[]> {
  const exact = (row: CommunityRow) =>
    canSeeExactCounts(ctx.actor, { communityId: row.id, role: row.ownRole });
  const lanes = await selectLanes(
    ctx.db,
    rows.filter(exact).map((row) => row.id),
  );
  return rows.map(({ ownRole, adminCount, ...row }) => ({
    ...row,
    memberCount: shownCount(row.memberCount, exact({ ...row, ownRole, adminCount })),
    lanes: lanes
      .filter((lane) => lane.communityId === row.id)
      .map(({ number, memberCount }) => ({ number, memberCount })),
  }));
}
