import { serve } from "@/lib/accounts/authenticate-key";
import { listWaitingRoute } from "@/lib/groups/api";

export const GET = serve(listWaitingRoute);
