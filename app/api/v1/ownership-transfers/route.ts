import { serve } from "@/lib/accounts/authenticate-key";
import { listTransfersRoute, proposeTransferRoute } from "@/lib/tenant-life/transfers-api";

export const GET = serve(listTransfersRoute);
export const POST = serve(proposeTransferRoute);
