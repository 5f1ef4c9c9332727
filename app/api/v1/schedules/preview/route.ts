import { serve } from "@/lib/accounts/authenticate-key";
import { previewScheduleRoute } from "@/lib/announcements/api";

export const POST = serve(previewScheduleRoute);
