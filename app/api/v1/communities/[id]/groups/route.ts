import { serve } from "@/lib/accounts/authenticate-key";
import { createGroupRoute, listGroupsRoute } from "@/lib/groups/api";

export const GET = serve(listGroupsRoute);
export const POST = serve(createGroupRoute);
