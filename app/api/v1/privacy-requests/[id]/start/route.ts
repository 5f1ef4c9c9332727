import { serve } from "@/lib/accounts/authenticate-key";
import { startRequestRoute } from "@/lib/privacy/requests-api";

export const POST = serve(startRequestRoute);
