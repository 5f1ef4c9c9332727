import { serve } from "@/lib/accounts/authenticate-key";
import { invoicePdfRoute } from "@/lib/billing/invoices-api";

export const GET = serve(invoicePdfRoute);
