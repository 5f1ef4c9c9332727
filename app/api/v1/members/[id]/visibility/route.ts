import { serve } from "@/lib/accounts/authenticate-key";
import { explainVisibilityRoute } from "@/lib/members/api";

export const GET = serve(explainVisibilityRoute);
