import { serve } from "@/lib/accounts/authenticate-key";
import { makeFeedbackRoute } from "@/lib/inbox/api";

export const POST = serve(makeFeedbackRoute);
