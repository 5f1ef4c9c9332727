import { serve } from "@/lib/accounts/authenticate-key";
import { checkWhatsappRoute } from "@/lib/whatsapp/api";

export const POST = serve(checkWhatsappRoute);
