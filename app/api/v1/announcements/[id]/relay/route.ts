import { serve } from "@/lib/accounts/authenticate-key";
import { getRelayRoute } from "@/lib/announcements/relay-api";

export const GET = serve(getRelayRoute);
