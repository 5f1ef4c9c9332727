import { serve } from "@/lib/accounts/authenticate-key";
import { retryDeliveriesRoute } from "@/lib/announcements/transitions-api";

export const POST = serve(retryDeliveriesRoute);
