import { serve } from "@/lib/accounts/authenticate-key";
import { decideReportsRoute } from "@/lib/conversations/care-api";

export const POST = serve(decideReportsRoute);
