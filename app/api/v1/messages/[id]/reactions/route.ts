import { serve } from "@/lib/accounts/authenticate-key";
import { listReactionsRoute, reactRoute, takeReactionRoute } from "@/lib/conversations/api";

export const GET = serve(listReactionsRoute);
export const POST = serve(reactRoute);
export const DELETE = serve(takeReactionRoute);
