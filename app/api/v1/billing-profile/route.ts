import { serve } from "@/lib/accounts/authenticate-key";
import { getProfileRoute, saveProfileRoute } from "@/lib/billing/invoices-api";

export const GET = serve(getProfileRoute);
export const PATCH = serve(saveProfileRoute);
