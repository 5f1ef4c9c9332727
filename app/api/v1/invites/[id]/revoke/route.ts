import { serve } from "@/lib/accounts/authenticate-key";
import { revokeInviteRoute } from "@/lib/invites/api";

export const POST = serve(revokeInviteRoute);
