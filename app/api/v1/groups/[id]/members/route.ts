import { serve } from "@/lib/accounts/authenticate-key";
import { addGroupMemberRoute, listGroupMembersRoute } from "@/lib/memberships/api";

export const GET = serve(listGroupMembersRoute);
export const POST = serve(addGroupMemberRoute);
