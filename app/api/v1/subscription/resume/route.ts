import { serve } from "@/lib/accounts/authenticate-key";
import { resumeRoute } from "@/lib/billing/api";

export const POST = serve(resumeRoute);
