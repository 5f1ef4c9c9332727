import { serve } from "@/lib/accounts/authenticate-key";
import { getRequestRoute } from "@/lib/privacy/requests-api";

export const GET = serve(getRequestRoute);
