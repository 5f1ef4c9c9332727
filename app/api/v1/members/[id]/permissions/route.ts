import { serve } from "@/lib/accounts/authenticate-key";
import { getMemberPermissionsRoute } from "@/lib/permissions/api";

export const GET = serve(getMemberPermissionsRoute);
