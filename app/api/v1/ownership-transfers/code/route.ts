import { serve } from "@/lib/accounts/authenticate-key";
import { requestProofRoute } from "@/lib/tenant-life/transfers-api";

export const POST = serve(requestProofRoute);
