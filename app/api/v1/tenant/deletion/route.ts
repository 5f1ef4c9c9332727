import { serve } from "@/lib/accounts/authenticate-key";
import { getDeletionRoute, scheduleDeletionRoute, undoDeletionRoute } from "@/lib/tenant-life/api";

export const GET = serve(getDeletionRoute);
export const POST = serve(scheduleDeletionRoute);
export const DELETE = serve(undoDeletionRoute);
