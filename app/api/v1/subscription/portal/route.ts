import { serve } from "@/lib/accounts/authenticate-key";
import { portalRoute } from "@/lib/billing/api";

export const POST = serve(portalRoute);
