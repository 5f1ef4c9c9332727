import { requireStaff } from "@/lib/accounts/load-context";
import { findProgress } from "@/lib/imports/queries/find-progress";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** How far an import is, for the page that waits for it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const progress = await findProgress(await requireStaff(tenant), id);
  if (!progress) return new Response(null, { status: 404 });
  return Response.json(progress, { headers: { "cache-control": "no-store" } });
}
