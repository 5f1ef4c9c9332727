import { serve } from "@/lib/accounts/authenticate-key";
import { exportPersonRoute } from "@/lib/privacy/requests-api";

export const POST = serve(exportPersonRoute);
