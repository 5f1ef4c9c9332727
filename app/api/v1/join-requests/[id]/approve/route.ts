import { serve } from "@/lib/accounts/authenticate-key";
import { approveJoinRequestRoute } from "@/lib/invites/requests-api";

export const POST = serve(approveJoinRequestRoute);
