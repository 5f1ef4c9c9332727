import { serve } from "@/lib/accounts/authenticate-key";
import { refuseRequestRoute } from "@/lib/privacy/requests-api";

export const POST = serve(refuseRequestRoute);
