import { serve } from "@/lib/accounts/authenticate-key";
import { getFeedbackRoute, updateFeedbackRoute } from "@/lib/feedback/api";

export const GET = serve(getFeedbackRoute);
export const PATCH = serve(updateFeedbackRoute);
