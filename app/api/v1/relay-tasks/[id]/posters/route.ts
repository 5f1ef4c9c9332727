import { serve } from "@/lib/accounts/authenticate-key";
import { listRelayPostersRoute } from "@/lib/relay/api";

export const GET = serve(listRelayPostersRoute);
