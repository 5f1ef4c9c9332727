import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { askStripe } from "../stripe-client";

/** The tenant's customer at Stripe, made on first use: one per tenant, also when two ask at once. The caller has authorised. */
export async function unsafeEnsureCustomer(ctx: TenantContext): Promise<string> {
  const fields = { name: true, locale: true, slug: true, stripeCustomerId: true } as const;
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: fields });
  if (tenant.stripeCustomerId) return tenant.stripeCustomerId;
  const email = await findBillingEmail(ctx);
  const customer = await askStripe((client) =>
    client.customers.create(
      {
        name: tenant.name,
        ...(email ? { email } : {}),
        preferred_locales: [tenant.locale],
        metadata: { tenantId: ctx.tenantId, slug: tenant.slug },
      },
      { idempotencyKey: `customer:${ctx.tenantId}` },
    ),
  );
  await ctx.db.tenant.updateMany({
    where: { stripeCustomerId: null },
    data: { stripeCustomerId: customer.id },
  });
  const kept = await ctx.db.tenant.findFirstOrThrow({ select: { stripeCustomerId: true } });
  return kept.stripeCustomerId ?? customer.id;
}

/** Where receipts go: the account of who buys. */
async function findBillingEmail({ db, actor }: TenantContext): Promise<string | null> {
  if (actor.kind !== "staff") return null;
  const user = await db.user.findUnique({ where: { id: actor.userId }, select: { email: true } });
  return user?.email ?? null;
}
