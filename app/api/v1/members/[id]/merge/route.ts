import { serve } from "@/lib/accounts/authenticate-key";
import { mergeMembersRoute } from "@/lib/merges/api";

export const POST = serve(mergeMembersRoute);
