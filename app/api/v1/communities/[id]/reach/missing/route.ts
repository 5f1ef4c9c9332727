import { serve } from "@/lib/accounts/authenticate-key";
import { listMissingRoute } from "@/lib/delivery/coverage-api";

export const GET = serve(listMissingRoute);
