import { serve } from "@/lib/accounts/authenticate-key";
import { listCalendarRoute } from "@/lib/announcements/series-api";

export const GET = serve(listCalendarRoute);
