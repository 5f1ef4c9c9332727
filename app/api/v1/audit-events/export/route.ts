import { serve } from "@/lib/accounts/authenticate-key";
import { exportAuditRoute } from "@/lib/audit-log/api";

export const GET = serve(exportAuditRoute);
