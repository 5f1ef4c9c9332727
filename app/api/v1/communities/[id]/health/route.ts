import { serve } from "@/lib/accounts/authenticate-key";
import { getHealthRoute } from "@/lib/health/api";

export const GET = serve(getHealthRoute);
