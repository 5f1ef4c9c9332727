import { serve } from "@/lib/accounts/authenticate-key";
import { getRelayTaskRoute } from "@/lib/relay/api";

export const GET = serve(getRelayTaskRoute);
