import { serve } from "@/lib/accounts/authenticate-key";
import { listMessagesRoute, postMessageRoute } from "@/lib/conversations/api";

export const GET = serve(listMessagesRoute);
export const POST = serve(postMessageRoute);
