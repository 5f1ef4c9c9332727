import { serve } from "@/lib/accounts/authenticate-key";
import { checkoutRoute } from "@/lib/billing/api";

export const POST = serve(checkoutRoute);
