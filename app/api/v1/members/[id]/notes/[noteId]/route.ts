import { serve } from "@/lib/accounts/authenticate-key";
import { deleteNoteRoute, editNoteRoute } from "@/lib/notes/api";

export const PATCH = serve(editNoteRoute);
export const DELETE = serve(deleteNoteRoute);
