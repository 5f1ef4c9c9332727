import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import type { ListPlace, ListSort } from "../list-rules";
import { type ListedRow, listRows } from "../list-sql";
import { type IdentifierSource, memberView } from "../member-view";
import { canViewMembers } from "../policy";
import type { ListedMember } from "../types";
import { viewerOf } from "../visibility/policy";
import { DETAILS_LEVELS } from "../visibility/types";
import { type MemberFilter, readFilter } from "./read-filter";

export type MemberPage = { limit: number; cursor?: string | undefined; sort?: ListSort | undefined };

const id = z.string().refine(isId);

/**
 * A page of the people whom the actor may see, each with the fields that show (P). Search and filters find people only
 * by what the actor may see of them; a room that the actor does not see is as one without people (P12, T3).
 * @throws Refusal `not_allowed`, `invalid_cursor`.
 */
export async function listMembers(
  ctx: TenantContext,
  filter: MemberFilter,
  page: MemberPage,
): Promise<Page<ListedMember>> {
  authorize(canViewMembers(ctx.actor));
  const place = placeOf(page);
  const read = await readFilter(ctx, filter);
  if (!read) return { data: [], nextCursor: null };
  const rows = await listRows(ctx.db, viewerOf(ctx.actor), read, { ...place, limit: page.limit + 1 });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [
    page.sort ?? "newest",
    place.sort === "name" ? row.searchName : row.createdAt.toISOString(),
    row.id,
  ]);
  return { data: await withIdentifiers(ctx, data), nextCursor };
}

/**
 * These people as the actor may see them, by id: for authors, owners, voters in other nouns' lists. Whoever is missing is
 * not shown (a "former member", P13).
 */
export async function viewMembers(
  ctx: TenantContext,
  ids: readonly string[],
): Promise<Map<string, ListedMember>> {
  const wanted = [...new Set(ids)].filter(isId);
  if (wanted.length === 0) return new Map();
  const rows = await listRows(
    ctx.db,
    viewerOf(ctx.actor),
    { terms: null, tag: null, ids: wanted },
    { sort: "newest", descending: true, after: null, limit: wanted.length },
  );
  const views = await withIdentifiers(ctx, rows);
  return new Map(views.map((view) => [view.id, view]));
}

function placeOf({ cursor, sort = "newest" }: MemberPage): ListPlace {
  const descending = sort === "newest" || sort === "name_desc";
  if (sort === "name" || sort === "name_desc") {
    const after = placeIn(cursor, z.tuple([z.literal(sort), z.string(), id]));
    return { sort: "name", descending, after: after && { name: after[1], id: after[2] } };
  }
  const after = placeIn(cursor, z.tuple([z.literal(sort), z.iso.datetime(), id]));
  return { sort: "newest", descending, after: after && { createdAt: new Date(after[1]), id: after[2] } };
}

function placeIn(
  cursor: string | undefined,
  shape: z.ZodType<[string, string, string]>,
): [string, string, string] | null {
  return cursor === undefined ? null : (decodeCursor(cursor, shape) as [string, string, string]);
}

async function withIdentifiers(ctx: TenantContext, rows: readonly ListedRow[]): Promise<ListedMember[]> {
  const identifiers = await ctx.db.identifier.findMany({
    where: { memberId: { in: rows.map(({ id }) => id) } },
    select: { memberId: true, kind: true, value: true, typed: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const byMember = new Map<string, IdentifierSource[]>();
  for (const { memberId, ...each } of identifiers)
    byMember.set(memberId, [...(byMember.get(memberId) ?? []), each]);
  return rows.map((row) => ({
    ...memberView(row, byMember.get(row.id) ?? [], {
      phone: row.phone,
      phoneMasked: row.phoneMasked,
      details: DETAILS_LEVELS[row.details] ?? "none",
    }),
    photoFileId: row.photoFileId,
  }));
}
