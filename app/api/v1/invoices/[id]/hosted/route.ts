import { serve } from "@/lib/accounts/authenticate-key";
import { hostedInvoiceRoute } from "@/lib/billing/invoices-api";

export const GET = serve(hostedInvoiceRoute);
