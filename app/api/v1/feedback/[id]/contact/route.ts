import { serve } from "@/lib/accounts/authenticate-key";
import { forgetContactRoute } from "@/lib/feedback-forms/api";

export const DELETE = serve(forgetContactRoute);
