import { serve } from "@/lib/accounts/authenticate-key";
import { keepRoute } from "@/lib/billing/api";

export const POST = serve(keepRoute);
