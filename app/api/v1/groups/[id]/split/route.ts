import { serve } from "@/lib/accounts/authenticate-key";
import { splitGroupRoute } from "@/lib/groups/api";

export const POST = serve(splitGroupRoute);
