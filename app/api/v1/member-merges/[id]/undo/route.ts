import { serve } from "@/lib/accounts/authenticate-key";
import { undoMergeRoute } from "@/lib/merges/api";

export const POST = serve(undoMergeRoute);
