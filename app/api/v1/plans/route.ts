import { serve } from "@/lib/accounts/authenticate-key";
import { listPlansRoute } from "@/lib/billing/api";

export const GET = serve(listPlansRoute);
