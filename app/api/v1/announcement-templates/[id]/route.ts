import { serve } from "@/lib/accounts/authenticate-key";
import { deleteTemplateRoute, getTemplateRoute, updateTemplateRoute } from "@/lib/templates/api";

export const GET = serve(getTemplateRoute);
export const PATCH = serve(updateTemplateRoute);
export const DELETE = serve(deleteTemplateRoute);
