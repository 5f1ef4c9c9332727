import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/accounts/load-context";
import { canViewBilling } from "@/lib/billing/policy";
import { getSubscription } from "@/lib/billing/queries/get-subscription";

type Params = { params: Promise<{ tenant: string }> };

/** What the page asks while it waits for the bank: what webhooks have told by now. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  const { plan, subscription } = await getSubscription(ctx);
  const body = { plan: subscription && plan, interval: subscription?.interval ?? null };
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
