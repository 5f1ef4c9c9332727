import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/accounts/load-context";
import { canViewBilling } from "@/lib/billing/policy";
import { getHostedInvoiceUrl } from "@/lib/billing/queries/get-invoice";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** Our own address of an invoice's page: leads to a fresh one at Stripe (X31). */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  try {
    return Response.redirect(await getHostedInvoiceUrl(ctx, id), 302);
  } catch (error) {
    return problemResponse(error, ctx.locale, {});
  }
}
