import { serve } from "@/lib/accounts/authenticate-key";
import { getRoomRulesRoute } from "@/lib/conversations/care-api";

export const GET = serve(getRoomRulesRoute);
