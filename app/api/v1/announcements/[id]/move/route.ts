import { serve } from "@/lib/accounts/authenticate-key";
import { moveAnnouncementRoute } from "@/lib/announcements/series-api";

export const POST = serve(moveAnnouncementRoute);
