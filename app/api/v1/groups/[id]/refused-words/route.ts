import { serve } from "@/lib/accounts/authenticate-key";
import { refuseWordsRoute } from "@/lib/conversations/care-api";

export const POST = serve(refuseWordsRoute);
