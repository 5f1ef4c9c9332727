import { serve } from "@/lib/accounts/authenticate-key";
import { getMemberRoute, updateMemberRoute } from "@/lib/members/api";
import { eraseMemberRoute } from "@/lib/privacy/api";

export const GET = serve(getMemberRoute);
export const PATCH = serve(updateMemberRoute);
export const DELETE = serve(eraseMemberRoute);
