"use server";
import { revalidatePath } from "next/cache";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { addNote, deleteNote, editNote } from "./commands/write-note";
import { addNoteForm, editNoteForm, noteReference } from "./schema";

const PAGE = "/t/[tenant]/members/[id]";

export const addNoteAction = defineStaffAction({
  schema: addNoteForm,
  run: async (ctx, input) => {
    await addNote(ctx, input);
    revalidatePath(PAGE, "page");
  },
});

export const editNoteAction = defineStaffAction({
  schema: editNoteForm,
  run: async (ctx, input) => {
    await editNote(ctx, input);
    revalidatePath(PAGE, "page");
  },
});

export const deleteNoteAction = defineStaffAction({
  schema: noteReference,
  run: async (ctx, input) => {
    await deleteNote(ctx, input);
    revalidatePath(PAGE, "page");
  },
});
