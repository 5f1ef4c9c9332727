import { serve } from "@/lib/accounts/authenticate-key";
import { listJoinRequestsRoute } from "@/lib/invites/requests-api";

export const GET = serve(listJoinRequestsRoute);
