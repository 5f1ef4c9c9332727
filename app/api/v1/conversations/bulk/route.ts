import { serve } from "@/lib/accounts/authenticate-key";
import { changeManyRoute } from "@/lib/inbox/api";

export const POST = serve(changeManyRoute);
