import { requireStaff } from "@/lib/accounts/load-context";
import { canReadLedger } from "@/lib/consent/policy";
import { exportLedger } from "@/lib/consent/queries/export-ledger";

type Params = { params: Promise<{ tenant: string }> };

/** The whole consent ledger as JSON lines, to be verified offline. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant } = await params;
  const ctx = await requireStaff(tenant);
  if (!canReadLedger(ctx.actor).ok) return new Response(null, { status: 404 });
  return new Response(await exportLedger(ctx), {
    headers: {
      "content-type": "application/x-ndjson",
      "content-disposition": `attachment; filename="consents-${ctx.now.toISOString().slice(0, 10)}.jsonl"`,
      "cache-control": "no-store",
    },
  });
}
