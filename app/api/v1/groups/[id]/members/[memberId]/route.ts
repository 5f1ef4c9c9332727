import { serve } from "@/lib/accounts/authenticate-key";
import { removeGroupMemberRoute, setGroupRoleRoute } from "@/lib/memberships/api";

export const PATCH = serve(setGroupRoleRoute);
export const DELETE = serve(removeGroupMemberRoute);
