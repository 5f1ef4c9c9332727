import { serve } from "@/lib/accounts/authenticate-key";
import { createTemplateRoute, listTemplatesRoute } from "@/lib/templates/api";

export const GET = serve(listTemplatesRoute);
export const POST = serve(createTemplateRoute);
