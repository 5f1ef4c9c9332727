import { serve } from "@/lib/accounts/authenticate-key";
import { archiveSegmentRoute, getSegmentRoute, updateSegmentRoute } from "@/lib/segments/api";

export const GET = serve(getSegmentRoute);
export const PATCH = serve(updateSegmentRoute);
export const DELETE = serve(archiveSegmentRoute);
