import { serve } from "@/lib/accounts/authenticate-key";
import { connectWhatsappRoute, disconnectWhatsappRoute, getWhatsappRoute } from "@/lib/whatsapp/api";

export const GET = serve(getWhatsappRoute);
export const POST = serve(connectWhatsappRoute);
export const DELETE = serve(disconnectWhatsappRoute);
