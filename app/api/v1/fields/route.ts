import { serve } from "@/lib/accounts/authenticate-key";
import { createFieldRoute, listFieldsRoute } from "@/lib/fields/api";

export const GET = serve(listFieldsRoute);
export const POST = serve(createFieldRoute);
