import { serve } from "@/lib/accounts/authenticate-key";
import { getMeRoute } from "@/lib/tenants/api";

export const GET = serve(getMeRoute);
