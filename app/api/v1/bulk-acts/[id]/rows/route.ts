import { serve } from "@/lib/accounts/authenticate-key";
import { listBulkRowsRoute } from "@/lib/bulk-acts/api";

export const GET = serve(listBulkRowsRoute);
