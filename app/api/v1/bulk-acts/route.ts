import { serve } from "@/lib/accounts/authenticate-key";
import { listBulkActsRoute, startBulkActRoute } from "@/lib/bulk-acts/api";

export const GET = serve(listBulkActsRoute);
export const POST = serve(startBulkActRoute);
