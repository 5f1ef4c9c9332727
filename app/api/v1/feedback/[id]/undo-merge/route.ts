import { serve } from "@/lib/accounts/authenticate-key";
import { undoMergeRoute } from "@/lib/feedback/ideas-api";

export const POST = serve(undoMergeRoute);
