import { serve } from "@/lib/accounts/authenticate-key";
import { getCalendarLinkRoute, makeCalendarLinkRoute, revokeCalendarLinkRoute } from "@/lib/calendar/api";

export const GET = serve(getCalendarLinkRoute);
export const POST = serve(makeCalendarLinkRoute);
export const DELETE = serve(revokeCalendarLinkRoute);
