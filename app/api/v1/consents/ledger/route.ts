import { serve } from "@/lib/accounts/authenticate-key";
import { exportLedgerRoute } from "@/lib/consent/api";

export const GET = serve(exportLedgerRoute);
