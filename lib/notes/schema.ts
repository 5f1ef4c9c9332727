import { z } from "zod";
import { cleanText } from "@/lib/shared/text";

const body = z.string().max(40_000).transform(cleanText).pipe(z.string().min(1).max(4_000));

export const noteInput = z.strictObject({ body });

export const addNoteForm = z.object({ memberId: z.uuid(), body });
export const noteReference = z.object({ memberId: z.uuid(), noteId: z.uuid() });
export const editNoteForm = noteReference.extend({ body });
