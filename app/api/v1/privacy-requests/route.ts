import { serve } from "@/lib/accounts/authenticate-key";
import { enterRequestRoute, listRequestsRoute } from "@/lib/privacy/requests-api";

export const GET = serve(listRequestsRoute);
export const POST = serve(enterRequestRoute);
