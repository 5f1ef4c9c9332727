import { serve } from "@/lib/accounts/authenticate-key";
import { getPushKeyRoute } from "@/lib/push/api";

export const GET = serve(getPushKeyRoute);
