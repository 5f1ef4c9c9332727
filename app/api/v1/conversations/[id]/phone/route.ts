import { serve } from "@/lib/accounts/authenticate-key";
import { revealNumberRoute } from "@/lib/inbox/api";

export const POST = serve(revealNumberRoute);
