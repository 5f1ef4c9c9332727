import { serve } from "@/lib/accounts/authenticate-key";
import { listAroundRoute } from "@/lib/conversations/api";

export const GET = serve(listAroundRoute);
