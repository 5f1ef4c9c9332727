import { serve } from "@/lib/accounts/authenticate-key";
import { getPricesRoute, setPricesRoute } from "@/lib/whatsapp/api";

export const GET = serve(getPricesRoute);
export const POST = serve(setPricesRoute);
