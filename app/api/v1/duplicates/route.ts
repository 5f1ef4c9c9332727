import { serve } from "@/lib/accounts/authenticate-key";
import { listDuplicatesRoute } from "@/lib/merges/duplicates-api";

export const GET = serve(listDuplicatesRoute);
