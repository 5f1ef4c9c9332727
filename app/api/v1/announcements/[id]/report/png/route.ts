import { serve } from "@/lib/accounts/authenticate-key";
import { reportPngRoute } from "@/lib/announcements/report-api";

export const GET = serve(reportPngRoute);
