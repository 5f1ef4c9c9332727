import { serve } from "@/lib/accounts/authenticate-key";
import { listSuggestionsRoute, suggestGroupRoute } from "@/lib/groups/suggestions-api";

export const GET = serve(listSuggestionsRoute);
export const POST = serve(suggestGroupRoute);
