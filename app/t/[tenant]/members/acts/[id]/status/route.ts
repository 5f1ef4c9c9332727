import { requireStaff } from "@/lib/accounts/load-context";
import { getBulkAct } from "@/lib/bulk-acts/queries/find-bulk-act";
import { doneRows } from "@/lib/bulk-acts/rules";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** How far an act is, for the page that waits for it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  const act = await getBulkAct(ctx, id).catch(() => null);
  if (!act) return new Response(null, { status: 404 });
  return Response.json(
    { status: act.status, done: doneRows(act), total: act.rows },
    { headers: { "cache-control": "no-store" } },
  );
}
