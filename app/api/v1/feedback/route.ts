import { serve } from "@/lib/accounts/authenticate-key";
import { listFeedbackRoute, sendFeedbackRoute } from "@/lib/feedback/api";

export const GET = serve(listFeedbackRoute);
export const POST = serve(sendFeedbackRoute);
