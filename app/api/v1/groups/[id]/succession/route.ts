import { serve } from "@/lib/accounts/authenticate-key";
import { getGroupSuccessionRoute, nameGroupSuccessorRoute } from "@/lib/memberships/succession-api";

export const GET = serve(getGroupSuccessionRoute);
export const PATCH = serve(nameGroupSuccessorRoute);
