import { serve } from "@/lib/accounts/authenticate-key";
import { completeRequestRoute } from "@/lib/privacy/requests-api";

export const POST = serve(completeRequestRoute);
