import { serve } from "@/lib/accounts/authenticate-key";
import { endSilenceRoute } from "@/lib/conversations/care-api";

export const DELETE = serve(endSilenceRoute);
