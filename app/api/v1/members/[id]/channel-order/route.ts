import { serve } from "@/lib/accounts/authenticate-key";
import { getChannelOrderRoute, updateChannelOrderRoute } from "@/lib/consent/api";

export const GET = serve(getChannelOrderRoute);
export const PATCH = serve(updateChannelOrderRoute);
