import { serve } from "@/lib/accounts/authenticate-key";
import { retractAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(retractAnnouncementRoute);
