import { serve } from "@/lib/accounts/authenticate-key";
import { listDevicesRoute, turnOnPushRoute } from "@/lib/push/api";

export const GET = serve(listDevicesRoute);
export const POST = serve(turnOnPushRoute);
