import { serve } from "@/lib/accounts/authenticate-key";
import { getBlockRoute } from "@/lib/blocks/api";

export const GET = serve(getBlockRoute);
