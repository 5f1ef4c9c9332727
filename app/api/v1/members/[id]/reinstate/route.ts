import { serve } from "@/lib/accounts/authenticate-key";
import { reinstateMemberRoute } from "@/lib/memberships/suspension-api";

export const POST = serve(reinstateMemberRoute);
