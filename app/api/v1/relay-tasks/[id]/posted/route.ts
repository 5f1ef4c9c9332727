import { serve } from "@/lib/accounts/authenticate-key";
import { postRelayTaskRoute, unpostRelayTaskRoute } from "@/lib/relay/api";

export const POST = serve(postRelayTaskRoute);
export const DELETE = serve(unpostRelayTaskRoute);
