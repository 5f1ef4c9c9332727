import { serve } from "@/lib/accounts/authenticate-key";
import { getTenantRoute, updateTenantRoute } from "@/lib/tenants/api";

export const GET = serve(getTenantRoute);
export const PATCH = serve(updateTenantRoute);
