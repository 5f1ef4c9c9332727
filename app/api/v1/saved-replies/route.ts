import { serve } from "@/lib/accounts/authenticate-key";
import { addSavedReplyRoute, listSavedRepliesRoute } from "@/lib/inbox/words-api";

export const GET = serve(listSavedRepliesRoute);
export const POST = serve(addSavedReplyRoute);
