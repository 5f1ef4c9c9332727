import { serve } from "@/lib/accounts/authenticate-key";
import { getCommunitySuccessionRoute, nameCommunitySuccessorRoute } from "@/lib/memberships/succession-api";

export const GET = serve(getCommunitySuccessionRoute);
export const PATCH = serve(nameCommunitySuccessorRoute);
