import { serve } from "@/lib/accounts/authenticate-key";
import { listMergesRoute } from "@/lib/merges/api";

export const GET = serve(listMergesRoute);
