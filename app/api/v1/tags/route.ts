import { serve } from "@/lib/accounts/authenticate-key";
import { listTagsRoute } from "@/lib/tags/api";

export const GET = serve(listTagsRoute);
