import { serve } from "@/lib/accounts/authenticate-key";
import { eventStreamRoute } from "@/lib/announcements/stream-api";

export const GET = serve(eventStreamRoute);
