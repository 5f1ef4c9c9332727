import { serve } from "@/lib/accounts/authenticate-key";
import { setSlowModeRoute } from "@/lib/conversations/care-api";

export const POST = serve(setSlowModeRoute);
