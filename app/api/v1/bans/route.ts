import { serve } from "@/lib/accounts/authenticate-key";
import { banMemberRoute, listBansRoute } from "@/lib/bans/api";

export const GET = serve(listBansRoute);
export const POST = serve(banMemberRoute);
