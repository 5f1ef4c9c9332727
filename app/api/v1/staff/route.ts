import { serve } from "@/lib/accounts/authenticate-key";
import { listStaffRoute } from "@/lib/accounts/staff-api";

export const GET = serve(listStaffRoute);
