import { serve } from "@/lib/accounts/authenticate-key";
import { endEvergreenRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(endEvergreenRoute);
