import { serve } from "@/lib/accounts/authenticate-key";
import { approveSuggestionRoute } from "@/lib/groups/suggestions-api";

export const POST = serve(approveSuggestionRoute);
