import { serve } from "@/lib/accounts/authenticate-key";
import { checkLedgerRoute } from "@/lib/consent/api";

export const GET = serve(checkLedgerRoute);
