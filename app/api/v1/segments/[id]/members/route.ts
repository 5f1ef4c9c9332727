import { serve } from "@/lib/accounts/authenticate-key";
import { listSegmentMembersRoute } from "@/lib/segments/api";

export const GET = serve(listSegmentMembersRoute);
