import { serve } from "@/lib/accounts/authenticate-key";
import { sendAgainRoute } from "@/lib/inbox/api";

export const POST = serve(sendAgainRoute);
