import { serve } from "@/lib/accounts/authenticate-key";
import { sendAnnouncementRoute } from "@/lib/announcements/api";

export const POST = serve(sendAnnouncementRoute);
