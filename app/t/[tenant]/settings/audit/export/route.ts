import { requireStaff } from "@/lib/accounts/load-context";
import { canViewAudit } from "@/lib/audit-log/policy";
import { exportAudit } from "@/lib/audit-log/queries/export-audit";
import { filterOf } from "@/lib/audit-log/rules";
import { auditSearch } from "@/lib/audit-log/schema";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

type Params = { params: Promise<{ tenant: string }> };

/** The audit log as a file, narrowed by the same filters as the page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { tenant } = await params;
  const ctx = await requireStaff(tenant);
  if (!canViewAudit(ctx.actor).ok) return new Response(null, { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { timezone } = await findTenant(ctx);
  const format = query.format === "json" ? "json" : "csv";
  const file = await exportAudit(ctx, filterOf(auditSearch.parse(query), timezone), format);
  return new Response(file, {
    headers: {
      "content-type": format === "json" ? "application/json" : "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-${ctx.now.toISOString().slice(0, 10)}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
