import { requireStaff } from "@/lib/accounts/load-context";
import { canRunImports } from "@/lib/imports/policy";
import { getSampleFile } from "@/lib/imports/queries/get-errors-file";

type Params = { params: Promise<{ tenant: string }> };

/** A table to fill in. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant } = await params;
  const ctx = await requireStaff(tenant);
  if (!canRunImports(ctx.actor).ok) return new Response(null, { status: 404 });
  return new Response(getSampleFile(ctx), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="aldeia-members.csv"',
    },
  });
}
