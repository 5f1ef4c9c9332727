import { serve } from "@/lib/accounts/authenticate-key";
import { listReportsRoute } from "@/lib/conversations/care-api";

export const GET = serve(listReportsRoute);
