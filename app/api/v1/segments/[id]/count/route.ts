import { serve } from "@/lib/accounts/authenticate-key";
import { countSegmentRoute } from "@/lib/segments/api";

export const GET = serve(countSegmentRoute);
