import { serve } from "@/lib/accounts/authenticate-key";
import { grantCommunityRoute, listGrantsRoute } from "@/lib/communities/grants-api";

export const GET = serve(listGrantsRoute);
export const POST = serve(grantCommunityRoute);
