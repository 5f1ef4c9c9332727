import { serve } from "@/lib/accounts/authenticate-key";
import { previewRoute } from "@/lib/billing/api";

export const POST = serve(previewRoute);
