import { serve } from "@/lib/accounts/authenticate-key";
import { moveGroupRoute } from "@/lib/groups/api";

export const POST = serve(moveGroupRoute);
