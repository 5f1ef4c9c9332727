import { serve } from "@/lib/accounts/authenticate-key";
import { rejectAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(rejectAnnouncementRoute);
