import { serve } from "@/lib/accounts/authenticate-key";
import { removeCommunityMemberRoute, setCommunityRoleRoute } from "@/lib/memberships/api";

export const PATCH = serve(setCommunityRoleRoute);
export const DELETE = serve(removeCommunityMemberRoute);
