import { serve } from "@/lib/accounts/authenticate-key";
import { bulkAddToGroupRoute } from "@/lib/memberships/bulk-api";

export const POST = serve(bulkAddToGroupRoute);
