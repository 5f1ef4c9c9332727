import { serve } from "@/lib/accounts/authenticate-key";
import { getStaffPermissionsRoute } from "@/lib/permissions/api";

export const GET = serve(getStaffPermissionsRoute);
