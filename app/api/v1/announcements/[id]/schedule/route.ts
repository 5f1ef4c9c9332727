import { serve } from "@/lib/accounts/authenticate-key";
import { scheduleAnnouncementRoute } from "@/lib/announcements/api";

export const POST = serve(scheduleAnnouncementRoute);
