import { serve } from "@/lib/accounts/authenticate-key";
import { getMediaContentRoute } from "@/lib/media-access/api";

export const GET = serve(getMediaContentRoute);
