import { serve } from "@/lib/accounts/authenticate-key";
import { createCommunityRoute, listCommunitiesRoute } from "@/lib/communities/api";

export const GET = serve(listCommunitiesRoute);
export const POST = serve(createCommunityRoute);
