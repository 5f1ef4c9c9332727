import { serve } from "@/lib/accounts/authenticate-key";
import { listMembershipChangesRoute } from "@/lib/memberships/history-api";

export const GET = serve(listMembershipChangesRoute);
