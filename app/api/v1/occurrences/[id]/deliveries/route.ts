import { serve } from "@/lib/accounts/authenticate-key";
import { listDeliveriesRoute } from "@/lib/delivery/api";

export const GET = serve(listDeliveriesRoute);
