import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { notFound } from "@/lib/shared/refusal";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { Ban, BanPlace } from "../types";
import { authorizeBans } from "./authorize-bans";

const fields = {
  id: true,
  communityId: true,
  groupId: true,
  memberId: true,
  reason: true,
  createdAt: true,
  liftedAt: true,
} as const;

export type BanFilter = {
  communityId?: string | undefined;
  groupId?: string | undefined;
  /** Lifted ones too. */
  lifted?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * Bans, newest first: of a room, of a community with its rooms, or, for the team, all of them. A person shows only to
 * those who may see them now: having left the community, a banned person is hidden from its admins (P13).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listBans(ctx: TenantContext, filter: BanFilter): Promise<Page<Ban>> {
  const { communityId, groupId, limit } = filter;
  const place: BanPlace = { communityId: communityId ?? null, groupId: groupId ?? null };
  await authorizeBans(ctx, place);
  const reach = communityId === undefined ? communitiesInReach(ctx.actor, "bans.manage") : null;
  const [after] = filter.cursor ? decodeCursor(filter.cursor, z.tuple([z.uuid()])) : [];
  const rows = await ctx.db.ban.findMany({
    where: {
      ...(communityId !== undefined && { communityId }),
      ...(groupId !== undefined && { groupId }),
      ...(reach && { communityId: { in: [...reach] } }),
      ...(!filter.lifted && { liftedAt: null }),
      ...(after !== undefined && { id: { lt: String(after) } }),
    },
    select: fields,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
  return { data: await seen(ctx, data), nextCursor };
}

/** One ban. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getBan(ctx: TenantContext, id: string): Promise<Ban> {
  const row = await ctx.db.ban.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  await authorizeBans(ctx, row);
  const [ban] = await seen(ctx, [row]);
  if (!ban) throw notFound();
  return ban;
}

async function seen(ctx: TenantContext, rows: readonly Omit<Ban, "name">[]): Promise<Ban[]> {
  const people = await viewMembers(
    ctx,
    rows.flatMap(({ memberId }) => memberId ?? []),
  );
  return rows.map((row) => {
    const person = row.memberId === null ? undefined : people.get(row.memberId);
    return { ...row, memberId: person?.id ?? null, name: person?.name ?? null };
  });
}
