import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/accounts/load-context";
import { fileResponse, invoicesFileName } from "@/lib/billing/file-response";
import { canViewBilling } from "@/lib/billing/policy";
import { zipInvoices } from "@/lib/billing/queries/zip-invoices";
import { invoiceSearchSchema } from "@/lib/billing/schema";

type Params = { params: Promise<{ tenant: string }> };

/** The PDFs of the invoices in one archive, narrowed by the filters of the page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  const { year, status } = invoiceSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const file = zipInvoices(ctx, { year, status });
  return fileResponse(file, { type: "application/zip", name: invoicesFileName(ctx, year, "zip") });
}
