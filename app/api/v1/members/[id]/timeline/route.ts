import { serve } from "@/lib/accounts/authenticate-key";
import { listTimelineRoute } from "@/lib/timeline/api";

export const GET = serve(listTimelineRoute);
