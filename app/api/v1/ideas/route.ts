import { serve } from "@/lib/accounts/authenticate-key";
import { listIdeasRoute } from "@/lib/feedback/ideas-api";

export const GET = serve(listIdeasRoute);
