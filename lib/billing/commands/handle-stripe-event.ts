import "server-only";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { stripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import { systemSyncInvoice } from "./sync-invoice";
import { systemSyncSubscription } from "./sync-subscription";

type Told = { type: string; objectId: string; payload: unknown };

/**
 * Handles a stored event: the tenant is found from the customer, the object is fetched as it is now, and that is kept.
 * Doing it twice, late or in another order ends the same. Events of no tenant and of unknown types stay stored (B4).
 */
export async function systemHandleStripeEvent({ eventId }: { eventId: string }): Promise<void> {
  const db = platformClient();
  const event = await db.stripeEvent.findUnique({
    where: { id: eventId },
    select: { type: true, objectId: true, customerId: true, payload: true, handledAt: true },
  });
  if (!event || event.handledAt) return;
  const tenantId = event.customerId && (await findTenantOfCustomer(event.customerId));
  if (tenantId) await sync(systemContext(tenantId, "stripe webhook"), event);
  await db.stripeEvent.updateMany({
    where: { id: eventId },
    data: { handledAt: new Date(), error: tenantId ? null : "no tenant has this customer" },
  });
}

async function findTenantOfCustomer(customerId: string): Promise<string | null> {
  const [row] = await platformClient().$queryRaw<
    { id: string | null }[]
  >`SELECT tenant_id_by_stripe_customer(${customerId}) AS id`;
  return row?.id ?? null;
}

async function sync(ctx: TenantContext, { type, objectId, payload }: Told): Promise<void> {
  if (type === "checkout.session.completed") return await syncCheckout(ctx, objectId);
  if (type.startsWith("customer.subscription.")) return await systemSyncSubscription(ctx, objectId);
  // `invoice.upcoming` tells of an invoice that does not exist yet.
  if (type.startsWith("invoice.") && objectId) return await systemSyncInvoice(ctx, objectId);
  const invoice = invoiceIn(payload);
  if (invoice) await systemSyncInvoice(ctx, invoice);
}

/** Payments of invoices and credit notes name their invoice. */
function invoiceIn(payload: unknown): string | null {
  const { data } = payload as { data: { object: { invoice?: string | { id: string } | null } } };
  return idOf(data.object.invoice);
}

/** A finished checkout brings a subscription and its first invoice; other open checkouts of the tenant end (X36). */
async function syncCheckout(ctx: TenantContext, sessionId: string): Promise<void> {
  const session = await stripe().checkout.sessions.retrieve(sessionId);
  const [subscription, invoice, customer] = [session.subscription, session.invoice, session.customer].map(
    idOf,
  );
  if (subscription) await systemSyncSubscription(ctx, subscription);
  if (invoice) await systemSyncInvoice(ctx, invoice);
  if (!customer) return;
  const open = await stripe().checkout.sessions.list({ customer, status: "open" });
  for (const { id } of open.data) await stripe().checkout.sessions.expire(id);
}
