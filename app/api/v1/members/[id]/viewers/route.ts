import { serve } from "@/lib/accounts/authenticate-key";
import { listViewersRoute } from "@/lib/privacy/api";

export const GET = serve(listViewersRoute);
