import { serve } from "@/lib/accounts/authenticate-key";
import { listImportsRoute, startImportRoute } from "@/lib/imports/api";

export const GET = serve(listImportsRoute);
export const POST = serve(startImportRoute);
