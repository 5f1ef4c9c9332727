import { serve } from "@/lib/accounts/authenticate-key";
import { listInvoicesRoute } from "@/lib/billing/api";

export const GET = serve(listInvoicesRoute);
