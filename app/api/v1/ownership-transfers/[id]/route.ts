import { serve } from "@/lib/accounts/authenticate-key";
import { getTransferRoute } from "@/lib/tenant-life/transfers-api";

export const GET = serve(getTransferRoute);
