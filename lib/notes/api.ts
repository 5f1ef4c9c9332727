import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { authorize } from "@/lib/shared/decision";
import { addNote, deleteNote, editNote } from "./commands/write-note";
import { canManageNotes } from "./policy";
import { getNote, listNotes } from "./queries/list-notes";
import { noteInput } from "./schema";

const noteSchema = z
  .object({
    id: z.uuid(),
    body: z.string(),
    authorId: z.uuid().nullable().meta({ description: "The staff user" }),
    authorName: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "MemberNote" });

const noteParams = z.object({ id: z.uuid(), noteId: z.uuid() });
/** Whoever may not read notes is told that, of whomever they ask. */
const subjectExists = async (ctx: TenantContext, params: { id: string }) => {
  authorize(canManageNotes(ctx.actor));
  await memberExists(ctx, params);
};
const noteExists = async (ctx: TenantContext, { id, noteId }: z.output<typeof noteParams>) => {
  await subjectExists(ctx, { id });
  await getNote(ctx, id, noteId);
};

export const listNotesRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/notes",
  scope: "members:read",
  summary: "The team's notes about a person, newest first; the owner and admins alone see them",
  params: memberParams,
  query: pageQuery,
  response: z.object({ data: z.array(noteSchema), nextCursor: z.string().nullable() }),
  exists: subjectExists,
  run: (ctx, { params, query }) => listNotes(ctx, params.id, query),
});

export const addNoteRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/notes",
  scope: "members:write",
  summary: "Add a note about a person",
  params: memberParams,
  body: noteInput,
  response: noteSchema,
  status: 201,
  exists: subjectExists,
  run: async (ctx, { params: { id }, body }) => {
    const added = await addNote(ctx, { memberId: id, ...body });
    return getNote(ctx, id, added.id);
  },
});

export const editNoteRoute = defineRoute({
  method: "PATCH",
  path: "/members/{id}/notes/{noteId}",
  scope: "members:write",
  summary: "Change a note of one's own",
  params: noteParams,
  body: noteInput,
  response: noteSchema,
  exists: noteExists,
  run: async (ctx, { params: { id, noteId }, body }) => {
    await editNote(ctx, { memberId: id, noteId, ...body });
    return getNote(ctx, id, noteId);
  },
});

export const deleteNoteRoute = defineRoute({
  method: "DELETE",
  path: "/members/{id}/notes/{noteId}",
  scope: "members:write",
  summary: "Delete a note",
  params: noteParams,
  response: null,
  exists: noteExists,
  run: (ctx, { params: { id, noteId } }) => deleteNote(ctx, { memberId: id, noteId }),
});
