import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/accounts/load-context";
import { pdfResponse } from "@/lib/billing/file-response";
import { canViewBilling } from "@/lib/billing/policy";
import { getInvoicePdf } from "@/lib/billing/queries/get-invoice-pdf";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** Our own address of an invoice's PDF: the stored copy, else a fresh one (B3). */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  try {
    return pdfResponse(await getInvoicePdf(ctx, id));
  } catch (error) {
    return problemResponse(error, ctx.locale, {});
  }
}
