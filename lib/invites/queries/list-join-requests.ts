import "server-only";
import { z } from "zod";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canManageInvites } from "../policy";
import type { JoinRequest } from "../types";

const fields = {
  id: true,
  communityId: true,
  groupId: true,
  memberId: true,
  askedAs: true,
  createdAt: true,
} as const;
type Row = Omit<JoinRequest, "memberId" | "name" | "groupName"> & { memberId: string; askedAs: string };

export type RequestFilter = {
  communityId: string;
  /** Only those for one room; its admins may ask for these. */
  groupId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * Who waits to be let into a community or its rooms, oldest first. A request shows the name it was made with; the person
 * behind it only to those who may see them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listJoinRequests(
  ctx: TenantContext,
  filter: RequestFilter,
): Promise<Page<JoinRequest>> {
  const { communityId, groupId, limit } = filter;
  const place = { communityId, groupId: groupId ?? null };
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, place)));
  const [after] = filter.cursor ? decodeCursor(filter.cursor, z.tuple([z.uuid()])) : [];
  const rows = await ctx.db.joinRequest.findMany({
    where: {
      communityId,
      status: "pending",
      ...(groupId !== undefined && { groupId }),
      ...(after !== undefined && { id: { gt: String(after) } }),
    },
    select: fields,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
  return { data: await named(ctx, data), nextCursor };
}

/** One request that waits or is decided, for those who decide it. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getJoinRequest(ctx: TenantContext, id: string): Promise<JoinRequest> {
  const row = await ctx.db.joinRequest.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, row)));
  const [request] = await named(ctx, [row]);
  if (!request) throw notFound();
  return request;
}

async function named(ctx: TenantContext, rows: readonly Row[]): Promise<JoinRequest[]> {
  const groupIds = rows.flatMap(({ groupId }) => groupId ?? []);
  const [people, groups] = await Promise.all([
    viewMembers(
      ctx,
      rows.map(({ memberId }) => memberId),
    ),
    ctx.db.group.findMany({ where: { id: { in: groupIds } }, select: { id: true, name: true } }),
  ]);
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  return rows.map(({ askedAs, ...row }) => {
    const person = people.get(row.memberId);
    return {
      ...row,
      memberId: person?.id ?? null,
      name: person?.name ?? askedAs,
      groupName: row.groupId === null ? null : (groupNames.get(row.groupId) ?? null),
    };
  });
}
