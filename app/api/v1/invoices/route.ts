import { serve } from "@/lib/accounts/authenticate-key";
import { listInvoicesRoute } from "@/lib/billing/invoices-api";

export const GET = serve(listInvoicesRoute);
