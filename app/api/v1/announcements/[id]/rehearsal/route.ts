import { serve } from "@/lib/accounts/authenticate-key";
import { rehearseAnnouncementRoute } from "@/lib/announcements/api";

export const POST = serve(rehearseAnnouncementRoute);
