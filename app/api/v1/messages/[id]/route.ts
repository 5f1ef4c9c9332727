import { serve } from "@/lib/accounts/authenticate-key";
import { editMessageRoute, removeMessageRoute } from "@/lib/conversations/api";

export const PATCH = serve(editMessageRoute);
export const DELETE = serve(removeMessageRoute);
