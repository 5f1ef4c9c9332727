import { serve } from "@/lib/accounts/authenticate-key";
import { listRelayTasksRoute } from "@/lib/relay/api";

export const GET = serve(listRelayTasksRoute);
