import { serve } from "@/lib/accounts/authenticate-key";
import { reportMessageRoute } from "@/lib/conversations/care-api";

export const POST = serve(reportMessageRoute);
