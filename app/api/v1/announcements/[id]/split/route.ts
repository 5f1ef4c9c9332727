import { serve } from "@/lib/accounts/authenticate-key";
import { splitSeriesRoute } from "@/lib/announcements/series-api";

export const POST = serve(splitSeriesRoute);
