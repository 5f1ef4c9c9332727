import { serve } from "@/lib/accounts/authenticate-key";
import { countMembersRoute } from "@/lib/segments/api";

export const GET = serve(countMembersRoute);
