import { serve } from "@/lib/accounts/authenticate-key";
import { listSightChangesRoute } from "@/lib/privacy/api";

export const GET = serve(listSightChangesRoute);
