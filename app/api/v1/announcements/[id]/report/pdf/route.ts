import { serve } from "@/lib/accounts/authenticate-key";
import { reportPdfRoute } from "@/lib/announcements/report-api";

export const GET = serve(reportPdfRoute);
