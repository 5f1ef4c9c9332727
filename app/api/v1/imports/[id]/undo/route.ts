import { serve } from "@/lib/accounts/authenticate-key";
import { undoImportRoute } from "@/lib/imports/api";

export const POST = serve(undoImportRoute);
