import { serve } from "@/lib/accounts/authenticate-key";
import { editSavedReplyRoute, removeSavedReplyRoute } from "@/lib/inbox/words-api";

export const PATCH = serve(editSavedReplyRoute);
export const DELETE = serve(removeSavedReplyRoute);
