import { serve } from "@/lib/accounts/authenticate-key";
import { getLimitsRoute, updateLimitsRoute } from "@/lib/tenants/api";

export const GET = serve(getLimitsRoute);
export const PATCH = serve(updateLimitsRoute);
