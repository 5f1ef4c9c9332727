import { serve } from "@/lib/accounts/authenticate-key";
import { unvoteRoute, voteRoute } from "@/lib/feedback/api";

export const POST = serve(voteRoute);
export const DELETE = serve(unvoteRoute);
