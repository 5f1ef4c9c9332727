import { serve } from "@/lib/accounts/authenticate-key";
import { cancelRoute } from "@/lib/billing/api";

export const POST = serve(cancelRoute);
