import { serve } from "@/lib/accounts/authenticate-key";
import { getCoverageRoute } from "@/lib/delivery/coverage-api";

export const GET = serve(getCoverageRoute);
