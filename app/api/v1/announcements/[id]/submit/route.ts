import { serve } from "@/lib/accounts/authenticate-key";
import { submitAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(submitAnnouncementRoute);
