import { serve } from "@/lib/accounts/authenticate-key";
import { addNoteRoute, listNotesRoute } from "@/lib/notes/api";

export const GET = serve(listNotesRoute);
export const POST = serve(addNoteRoute);
