import { serve } from "@/lib/accounts/authenticate-key";
import { liftBanRoute } from "@/lib/bans/api";

export const POST = serve(liftBanRoute);
