import { serve } from "@/lib/accounts/authenticate-key";
import { withdrawGrantRoute } from "@/lib/communities/grants-api";

export const DELETE = serve(withdrawGrantRoute);
