import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canEditNote, canManageNotes } from "../policy";
import { getNote } from "../queries/list-notes";

/** Adds a note about a person. @throws Refusal `not_allowed`, `not_found` */
export async function addNote(
  ctx: TenantContext,
  { memberId, body }: { memberId: string; body: string },
): Promise<{ id: string }> {
  authorize(canManageNotes(ctx.actor));
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member) throw notFound();
  const id = newId();
  const author = await authorOf(ctx);
  await ctx.db.memberNote.create({
    data: { id, memberId, body, ...author, createdAt: ctx.now },
    select: { id: true },
  });
  return { id };
}

type NoteReference = { memberId: string; noteId: string };

/** Changes one's own note. @throws Refusal `not_allowed`, `not_found` */
export async function editNote(ctx: TenantContext, given: NoteReference & { body: string }): Promise<void> {
  const note = await getNote(ctx, given.memberId, given.noteId);
  authorize(canEditNote(ctx.actor, note));
  await ctx.db.memberNote.updateMany({
    where: { id: note.id },
    data: { body: given.body, editedAt: ctx.now },
  });
}

/** Deletes a note. @throws Refusal `not_allowed`, `not_found` */
export async function deleteNote(ctx: TenantContext, { memberId, noteId }: NoteReference): Promise<void> {
  const note = await getNote(ctx, memberId, noteId);
  await ctx.db.memberNote.deleteMany({ where: { id: note.id } });
}

async function authorOf({ actor }: TenantContext): Promise<{ authorId: string | null; authorName: string }> {
  if (actor.kind !== "staff") return { authorId: null, authorName: "" };
  const user = await platformClient().user.findUnique({
    where: { id: actor.userId },
    select: { name: true, email: true },
  });
  return { authorId: actor.staffId, authorName: user?.name || user?.email || "" };
}
