import { serve } from "@/lib/accounts/authenticate-key";
import { getImportRoute, reviewImportRoute } from "@/lib/imports/api";

export const GET = serve(getImportRoute);
export const PATCH = serve(reviewImportRoute);
