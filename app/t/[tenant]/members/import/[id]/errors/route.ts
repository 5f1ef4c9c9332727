import { requireStaff } from "@/lib/accounts/load-context";
import { canRunImports } from "@/lib/imports/policy";
import { importExists } from "@/lib/imports/queries/find-import";
import { getErrorsFile } from "@/lib/imports/queries/get-errors-file";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** The faults of an import as a file. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  const isThere = await importExists(ctx, id).then(
    () => true,
    () => false,
  );
  if (!isThere || !canRunImports(ctx.actor).ok) return new Response(null, { status: 404 });
  return new Response(await getErrorsFile(ctx, id), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="import-errors.csv"',
      "cache-control": "no-store",
    },
  });
}
