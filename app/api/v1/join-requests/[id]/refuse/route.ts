import { serve } from "@/lib/accounts/authenticate-key";
import { refuseJoinRequestRoute } from "@/lib/invites/requests-api";

export const POST = serve(refuseJoinRequestRoute);
