import { serve } from "@/lib/accounts/authenticate-key";
import { listInvitedRoute } from "@/lib/invites/api";

export const GET = serve(listInvitedRoute);
