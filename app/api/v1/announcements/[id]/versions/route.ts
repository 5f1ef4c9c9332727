import { serve } from "@/lib/accounts/authenticate-key";
import { listVersionsRoute } from "@/lib/announcements/transitions-api";

export const GET = serve(listVersionsRoute);
