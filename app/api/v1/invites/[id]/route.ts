import { serve } from "@/lib/accounts/authenticate-key";
import { getInviteRoute } from "@/lib/invites/api";

export const GET = serve(getInviteRoute);
