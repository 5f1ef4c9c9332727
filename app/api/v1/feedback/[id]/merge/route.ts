import { serve } from "@/lib/accounts/authenticate-key";
import { mergeFeedbackRoute } from "@/lib/feedback/api";

export const POST = serve(mergeFeedbackRoute);
