import { serve } from "@/lib/accounts/authenticate-key";
import { addCommunityMemberRoute, listCommunityMembersRoute } from "@/lib/memberships/api";

export const GET = serve(listCommunityMembersRoute);
export const POST = serve(addCommunityMemberRoute);
