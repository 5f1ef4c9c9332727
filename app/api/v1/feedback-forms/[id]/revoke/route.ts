import { serve } from "@/lib/accounts/authenticate-key";
import { revokeFormRoute } from "@/lib/feedback-forms/api";

export const POST = serve(revokeFormRoute);
