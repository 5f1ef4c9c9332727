import { serve } from "@/lib/accounts/authenticate-key";
import { chooseMutesRoute, listMutesRoute } from "@/lib/memberships/mutes-api";

export const GET = serve(listMutesRoute);
export const POST = serve(chooseMutesRoute);
