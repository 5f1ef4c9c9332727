import { serve } from "@/lib/accounts/authenticate-key";
import { bulkChangeRoute } from "@/lib/memberships/bulk-api";

export const POST = serve(bulkChangeRoute);
