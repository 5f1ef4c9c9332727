import { serve } from "@/lib/accounts/authenticate-key";
import { getSubscriptionRoute } from "@/lib/billing/api";

export const GET = serve(getSubscriptionRoute);
