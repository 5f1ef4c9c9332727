import { serve } from "@/lib/accounts/authenticate-key";
import { chooseDigestRoute, getDigestRoute } from "@/lib/feedback/digest-api";

export const GET = serve(getDigestRoute);
export const PATCH = serve(chooseDigestRoute);
