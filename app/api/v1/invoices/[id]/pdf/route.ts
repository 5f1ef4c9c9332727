import { serve } from "@/lib/accounts/authenticate-key";
import { invoicePdfRoute } from "@/lib/billing/api";

export const GET = serve(invoicePdfRoute);
