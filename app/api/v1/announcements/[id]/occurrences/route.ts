import { serve } from "@/lib/accounts/authenticate-key";
import { listOccurrencesRoute } from "@/lib/announcements/api";

export const GET = serve(listOccurrencesRoute);
