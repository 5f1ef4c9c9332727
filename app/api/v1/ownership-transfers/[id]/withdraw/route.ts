import { serve } from "@/lib/accounts/authenticate-key";
import { withdrawTransferRoute } from "@/lib/tenant-life/transfers-api";

export const POST = serve(withdrawTransferRoute);
