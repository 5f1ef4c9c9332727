import { serve } from "@/lib/accounts/authenticate-key";
import { drawRoute } from "@/lib/blocks/api";

export const POST = serve(drawRoute);
