import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { rowsAfter, type StoredRow } from "../bulk-acts-sql";
import { placesOf } from "../rules";
import type { BulkAct, BulkRow, Outcome } from "../types";
import { getBulkAct } from "./find-bulk-act";

type RowsPage = { limit: number; cursor?: string | undefined; outcome?: Outcome | undefined };

/** What came of each person in each place, place by place. @throws Refusal `not_allowed`, `not_found`, `invalid_cursor` */
export async function listBulkRows(
  ctx: TenantContext,
  actId: string,
  page: RowsPage,
): Promise<Page<BulkRow>> {
  const act = await getBulkAct(ctx, actId);
  const [place = -1, position = 0] = page.cursor
    ? (decodeCursor(page.cursor, z.tuple([z.int(), z.int()])) as [number, number])
    : [];
  const rows = await rowsAfter(ctx.db, actId, {
    after: { place, position },
    outcome: page.outcome ?? null,
    limit: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.place, row.position]);
  return { data: await withNames(ctx, act, data), nextCursor };
}

async function withNames(ctx: TenantContext, act: BulkAct, rows: readonly StoredRow[]): Promise<BulkRow[]> {
  const [people, names] = await Promise.all([
    viewMembers(
      ctx,
      rows.map(({ memberId }) => memberId),
    ),
    findPlaceNames(ctx, act),
  ]);
  const places = placesOf(act);
  return rows.map(({ place, memberId, outcome, code }) => {
    const where = { communityId: null, groupId: null, ...places[place] };
    const placeName = names.get(where.groupId ?? where.communityId ?? "") ?? null;
    const memberName = people.get(memberId)?.name ?? null;
    return { memberId, memberName, ...where, placeName, outcome, code };
  });
}

/** The names of an act's communities and groups, by id. */
export async function findPlaceNames(
  ctx: TenantContext,
  { communityIds, groupIds }: Pick<BulkAct, "communityIds" | "groupIds">,
): Promise<Map<string, string>> {
  const select = { id: true, name: true } as const;
  const [communities, groups] = await Promise.all([
    ctx.db.community.findMany({ where: { id: { in: communityIds } }, select }),
    ctx.db.group.findMany({ where: { id: { in: groupIds } }, select }),
  ]);
  return new Map([...communities, ...groups].map(({ id, name }) => [id, name]));
}
