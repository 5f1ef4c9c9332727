import { serve } from "@/lib/accounts/authenticate-key";
import { acceptTransferRoute } from "@/lib/tenant-life/transfers-api";

export const POST = serve(acceptTransferRoute);
