import { serve } from "@/lib/accounts/authenticate-key";
import { approveAnnouncementRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(approveAnnouncementRoute);
