import { serve } from "@/lib/accounts/authenticate-key";
import { listChangesRoute } from "@/lib/conversations/api";

export const GET = serve(listChangesRoute);
