import { serve } from "@/lib/accounts/authenticate-key";
import { createSegmentRoute, listSegmentsRoute } from "@/lib/segments/api";

export const GET = serve(listSegmentsRoute);
export const POST = serve(createSegmentRoute);
