import { serve } from "@/lib/accounts/authenticate-key";
import { bulkAddToCommunityRoute } from "@/lib/memberships/bulk-api";

export const POST = serve(bulkAddToCommunityRoute);
