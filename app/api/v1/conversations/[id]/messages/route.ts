import { serve } from "@/lib/accounts/authenticate-key";
import { answerConversationRoute, listEntriesRoute } from "@/lib/inbox/api";

export const GET = serve(listEntriesRoute);
export const POST = serve(answerConversationRoute);
