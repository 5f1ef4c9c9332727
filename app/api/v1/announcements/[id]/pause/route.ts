import { serve } from "@/lib/accounts/authenticate-key";
import { pauseAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(pauseAnnouncementRoute);
