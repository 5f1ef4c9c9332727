import { serve } from "@/lib/accounts/authenticate-key";
import { listConversationsRoute, startConversationRoute } from "@/lib/inbox/api";

export const GET = serve(listConversationsRoute);
export const POST = serve(startConversationRoute);
