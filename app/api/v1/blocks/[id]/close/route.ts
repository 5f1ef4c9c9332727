import { serve } from "@/lib/accounts/authenticate-key";
import { closeBlockRoute } from "@/lib/blocks/api";

export const POST = serve(closeBlockRoute);
