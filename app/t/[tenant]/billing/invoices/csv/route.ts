import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/accounts/load-context";
import { fileResponse, invoicesFileName } from "@/lib/billing/file-response";
import { canViewBilling } from "@/lib/billing/policy";
import { exportInvoices } from "@/lib/billing/queries/export-invoices";
import { invoiceSearchSchema } from "@/lib/billing/schema";

type Params = { params: Promise<{ tenant: string }> };

/** The invoices as a file for spreadsheets, narrowed by the filters of the page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  const { year, status } = invoiceSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const file = await exportInvoices(ctx, { year, status });
  return fileResponse(file, { type: "text/csv; charset=utf-8", name: invoicesFileName(ctx, year, "csv") });
}
