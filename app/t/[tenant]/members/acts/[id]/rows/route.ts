import { requireStaff } from "@/lib/accounts/load-context";
import { exportBulkRows } from "@/lib/bulk-acts/queries/export-bulk-rows";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** What came of each row as a file. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  const file = await exportBulkRows(ctx, id).catch(() => null);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="aldeia-results.csv"',
      "cache-control": "no-store",
    },
  });
}
