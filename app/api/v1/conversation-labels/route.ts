import { serve } from "@/lib/accounts/authenticate-key";
import { addLabelRoute, listLabelsRoute } from "@/lib/inbox/words-api";

export const GET = serve(listLabelsRoute);
export const POST = serve(addLabelRoute);
