import { serve } from "@/lib/accounts/authenticate-key";
import { resumeAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(resumeAnnouncementRoute);
