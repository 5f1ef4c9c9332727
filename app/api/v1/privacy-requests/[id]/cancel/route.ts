import { serve } from "@/lib/accounts/authenticate-key";
import { cancelRequestRoute } from "@/lib/privacy/requests-api";

export const POST = serve(cancelRequestRoute);
