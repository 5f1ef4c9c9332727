import { serve } from "@/lib/accounts/authenticate-key";
import { revealPhoneRoute } from "@/lib/conversations/care-api";

export const POST = serve(revealPhoneRoute);
