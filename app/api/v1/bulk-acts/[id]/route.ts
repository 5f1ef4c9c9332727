import { serve } from "@/lib/accounts/authenticate-key";
import { getBulkActRoute } from "@/lib/bulk-acts/api";

export const GET = serve(getBulkActRoute);
