import { serve } from "@/lib/accounts/authenticate-key";
import { deleteGroupRoute, getGroupRoute, updateGroupRoute } from "@/lib/groups/api";

export const GET = serve(getGroupRoute);
export const PATCH = serve(updateGroupRoute);
export const DELETE = serve(deleteGroupRoute);
