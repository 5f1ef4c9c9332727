import { serve } from "@/lib/accounts/authenticate-key";
import { tellApartRoute } from "@/lib/merges/duplicates-api";

export const POST = serve(tellApartRoute);
