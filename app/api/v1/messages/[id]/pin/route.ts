import { serve } from "@/lib/accounts/authenticate-key";
import { pinMessageRoute, unpinMessageRoute } from "@/lib/conversations/api";

export const POST = serve(pinMessageRoute);
export const DELETE = serve(unpinMessageRoute);
