import { serve } from "@/lib/accounts/authenticate-key";
import { deleteCommunityRoute, getCommunityRoute, updateCommunityRoute } from "@/lib/communities/api";

export const GET = serve(getCommunityRoute);
export const PATCH = serve(updateCommunityRoute);
export const DELETE = serve(deleteCommunityRoute);
