import { serve } from "@/lib/accounts/authenticate-key";
import { remindRelayPosterRoute } from "@/lib/relay/api";

export const POST = serve(remindRelayPosterRoute);
