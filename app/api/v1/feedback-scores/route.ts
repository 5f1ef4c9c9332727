import { serve } from "@/lib/accounts/authenticate-key";
import { getScoresRoute } from "@/lib/feedback/scores-api";

export const GET = serve(getScoresRoute);
