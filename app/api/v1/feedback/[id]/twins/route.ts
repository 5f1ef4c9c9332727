import { serve } from "@/lib/accounts/authenticate-key";
import { listTwinsRoute } from "@/lib/feedback/ideas-api";

export const GET = serve(listTwinsRoute);
