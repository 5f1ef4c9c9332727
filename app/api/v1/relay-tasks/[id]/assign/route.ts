import { serve } from "@/lib/accounts/authenticate-key";
import { assignRelayTaskRoute } from "@/lib/relay/api";

export const POST = serve(assignRelayTaskRoute);
