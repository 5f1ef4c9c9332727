import { serve } from "@/lib/accounts/authenticate-key";
import { createFormRoute, listFormsRoute } from "@/lib/feedback-forms/api";

export const GET = serve(listFormsRoute);
export const POST = serve(createFormRoute);
