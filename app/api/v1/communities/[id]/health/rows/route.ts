import { serve } from "@/lib/accounts/authenticate-key";
import { listHealthRowsRoute } from "@/lib/health/api";

export const GET = serve(listHealthRowsRoute);
