import { serve } from "@/lib/accounts/authenticate-key";
import { createAnnouncementRoute, listAnnouncementsRoute } from "@/lib/announcements/api";

export const GET = serve(listAnnouncementsRoute);
export const POST = serve(createAnnouncementRoute);
