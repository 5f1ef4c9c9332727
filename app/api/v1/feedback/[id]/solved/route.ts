import { serve } from "@/lib/accounts/authenticate-key";
import { answerSolvedRoute } from "@/lib/feedback/ideas-api";

export const POST = serve(answerSolvedRoute);
