import { serve } from "@/lib/accounts/authenticate-key";
import { hostedInvoiceRoute } from "@/lib/billing/api";

export const GET = serve(hostedInvoiceRoute);
