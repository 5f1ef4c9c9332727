import { serve } from "@/lib/accounts/authenticate-key";
import { getOutcomesRoute } from "@/lib/feedback/ideas-api";

export const GET = serve(getOutcomesRoute);
