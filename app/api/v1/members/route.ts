import { serve } from "@/lib/accounts/authenticate-key";
import { createMemberRoute, listMembersRoute } from "@/lib/members/api";

export const GET = serve(listMembersRoute);
export const POST = serve(createMemberRoute);
