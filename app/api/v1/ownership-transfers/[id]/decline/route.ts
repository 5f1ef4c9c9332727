import { serve } from "@/lib/accounts/authenticate-key";
import { declineTransferRoute } from "@/lib/tenant-life/transfers-api";

export const POST = serve(declineTransferRoute);
