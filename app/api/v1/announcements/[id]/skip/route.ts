import { serve } from "@/lib/accounts/authenticate-key";
import { skipOccurrenceRoute } from "@/lib/announcements/series-api";

export const POST = serve(skipOccurrenceRoute);
