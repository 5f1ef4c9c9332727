import { serve } from "@/lib/accounts/authenticate-key";
import { declineSuggestionRoute } from "@/lib/groups/suggestions-api";

export const POST = serve(declineSuggestionRoute);
