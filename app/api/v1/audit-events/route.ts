import { serve } from "@/lib/accounts/authenticate-key";
import { listAuditEventsRoute } from "@/lib/audit-log/api";

export const GET = serve(listAuditEventsRoute);
