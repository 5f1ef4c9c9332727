import { serve } from "@/lib/accounts/authenticate-key";
import { correctAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(correctAnnouncementRoute);
