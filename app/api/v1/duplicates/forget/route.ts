import { serve } from "@/lib/accounts/authenticate-key";
import { forgetApartRoute } from "@/lib/merges/duplicates-api";

export const POST = serve(forgetApartRoute);
