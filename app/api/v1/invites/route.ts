import { serve } from "@/lib/accounts/authenticate-key";
import { createInviteRoute, listInvitesRoute } from "@/lib/invites/api";

export const GET = serve(listInvitesRoute);
export const POST = serve(createInviteRoute);
