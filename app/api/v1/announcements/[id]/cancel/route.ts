import { serve } from "@/lib/accounts/authenticate-key";
import { cancelAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(cancelAnnouncementRoute);
