import { serve } from "@/lib/accounts/authenticate-key";
import { changeConversationRoute, getConversationRoute } from "@/lib/inbox/api";

export const GET = serve(getConversationRoute);
export const PATCH = serve(changeConversationRoute);
