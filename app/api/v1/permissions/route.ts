import { serve } from "@/lib/accounts/authenticate-key";
import { listPermissionsRoute } from "@/lib/permissions/api";

export const GET = serve(listPermissionsRoute);
