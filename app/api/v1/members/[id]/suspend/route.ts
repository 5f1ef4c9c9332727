import { serve } from "@/lib/accounts/authenticate-key";
import { suspendMemberRoute } from "@/lib/memberships/suspension-api";

export const POST = serve(suspendMemberRoute);
