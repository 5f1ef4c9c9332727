import { serve } from "@/lib/accounts/authenticate-key";
import { deleteFieldRoute, updateFieldRoute } from "@/lib/fields/api";

export const PATCH = serve(updateFieldRoute);
export const DELETE = serve(deleteFieldRoute);
