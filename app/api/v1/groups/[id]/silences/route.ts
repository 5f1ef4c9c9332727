import { serve } from "@/lib/accounts/authenticate-key";
import { listSilencesRoute, silenceMemberRoute } from "@/lib/conversations/care-api";

export const GET = serve(listSilencesRoute);
export const POST = serve(silenceMemberRoute);
