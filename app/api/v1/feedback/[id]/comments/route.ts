import { serve } from "@/lib/accounts/authenticate-key";
import { commentRoute, listCommentsRoute } from "@/lib/feedback/api";

export const GET = serve(listCommentsRoute);
export const POST = serve(commentRoute);
