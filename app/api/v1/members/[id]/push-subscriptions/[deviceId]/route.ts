import { serve } from "@/lib/accounts/authenticate-key";
import { turnOffPushRoute } from "@/lib/push/api";

export const DELETE = serve(turnOffPushRoute);
