import { serve } from "@/lib/accounts/authenticate-key";
import { removeLabelRoute } from "@/lib/inbox/words-api";

export const DELETE = serve(removeLabelRoute);
