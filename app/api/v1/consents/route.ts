import { serve } from "@/lib/accounts/authenticate-key";
import { listRegisterRoute } from "@/lib/consent/api";

export const GET = serve(listRegisterRoute);
