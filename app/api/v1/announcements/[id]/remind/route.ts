import { serve } from "@/lib/accounts/authenticate-key";
import { remindUnreadRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(remindUnreadRoute);
