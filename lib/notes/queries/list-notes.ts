import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canManageNotes } from "../policy";
import type { MemberNote } from "../types";

const columns = {
  id: true,
  body: true,
  authorId: true,
  authorName: true,
  createdAt: true,
  editedAt: true,
} as const;

type Row = Omit<MemberNote, "createdAt" | "editedAt"> & { createdAt: Date; editedAt: Date | null };

/** The notes about a person, newest first (P7). @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listNotes(
  ctx: TenantContext,
  memberId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<MemberNote>> {
  authorize(canManageNotes(ctx.actor));
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  const after = at === undefined || id === undefined ? null : { at: new Date(at), id: String(id) };
  const rows = await ctx.db.memberNote.findMany({
    where: {
      memberId,
      ...(after && {
        createdAt: { lte: after.at },
        OR: [{ createdAt: { lt: after.at } }, { id: { lt: after.id } }],
      }),
    },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { data: page.data.map(noteOf), nextCursor: page.nextCursor };
}

/** One note about a person. @throws Refusal `not_allowed`, `not_found` */
export async function getNote(ctx: TenantContext, memberId: string, id: string): Promise<MemberNote> {
  authorize(canManageNotes(ctx.actor));
  const row = await ctx.db.memberNote.findFirst({ where: { id, memberId }, select: columns });
  if (!row) throw notFound();
  return noteOf(row);
}

function noteOf({ createdAt, editedAt, ...row }: Row): MemberNote {
  return { ...row, createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null };
}
