import { serve } from "@/lib/accounts/authenticate-key";
import { draftForAskersRoute } from "@/lib/announcements/askers-api";

export const POST = serve(draftForAskersRoute);
