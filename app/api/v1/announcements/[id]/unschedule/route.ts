import { serve } from "@/lib/accounts/authenticate-key";
import { unscheduleAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(unscheduleAnnouncementRoute);
