import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageBilling } from "../policy";
import { assertStaying } from "../queries/assert-staying";
import { getBillingPath } from "../queries/get-billing-path";
import { askStripe } from "../stripe-client";

/**
 * The address of Stripe's portal, where cards are changed and subscriptions ended.
 * @throws Refusal `not_allowed`, `not_subscribed` (nothing was ever bought), `unavailable`; `read_only` while the tenant is marked
 * for deletion: the portal renews what ends with it
 */
export async function openPortal(ctx: TenantContext): Promise<{ url: string }> {
  authorize(canManageBilling(ctx.actor));
  await assertStaying(ctx);
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: { slug: true, stripeCustomerId: true } });
  const customer = tenant.stripeCustomerId;
  if (!customer) throw new Refusal("not_subscribed");
  const return_url = `${publicUrl()}${await getBillingPath(ctx)}`;
  const session = await askStripe((client) =>
    client.billingPortal.sessions.create({
      customer,
      locale: ctx.locale,
      return_url,
    }),
  );
  return { url: session.url };
}
