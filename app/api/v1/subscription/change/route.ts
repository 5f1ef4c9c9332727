import { serve } from "@/lib/accounts/authenticate-key";
import { changeRoute } from "@/lib/billing/api";

export const POST = serve(changeRoute);
