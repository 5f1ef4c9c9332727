import { serve } from "@/lib/accounts/authenticate-key";
import { getOccurrenceRoute } from "@/lib/delivery/api";

export const GET = serve(getOccurrenceRoute);
