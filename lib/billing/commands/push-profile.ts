import "server-only";
import type Stripe from "stripe";
import type { TenantContext } from "@/lib/platform/context";
import { stripe } from "../stripe-client";

const TAX_ID_TYPE = { cpf: "br_cpf", cnpj: "br_cnpj" } as const;

/** Makes Stripe's customer equal to the profile; nothing to do before there is a customer. Any number of times. */
export async function systemPushProfile(ctx: TenantContext): Promise<void> {
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: { name: true, stripeCustomerId: true } });
  const customer = tenant.stripeCustomerId;
  const profile = await ctx.db.billingProfile.findFirst({
    select: { legalName: true, taxIdKind: true, taxId: true, invoiceEmail: true },
  });
  if (!customer || !profile) return;
  await stripe().customers.update(customer, {
    name: profile.legalName || tenant.name,
    ...(profile.invoiceEmail ? { email: profile.invoiceEmail } : {}),
  });
  const kind = profile.taxIdKind as keyof typeof TAX_ID_TYPE | null;
  await setTaxId(customer, kind && profile.taxId ? { type: TAX_ID_TYPE[kind], value: profile.taxId } : null);
}

type Wanted = { type: "br_cpf" | "br_cnpj"; value: string };

/** One tax id of ours and no other; what was entered elsewhere in another country's form stays. */
async function setTaxId(customer: string, wanted: Wanted | null): Promise<void> {
  const known = await stripe().customers.listTaxIds(customer, { limit: 100 });
  const isWanted = (one: Stripe.TaxId) => one.type === wanted?.type && bare(one.value) === wanted.value;
  for (const one of known.data)
    if (one.type.startsWith("br_") && !isWanted(one)) await stripe().customers.deleteTaxId(customer, one.id);
  if (wanted && !known.data.some(isWanted)) await stripe().customers.createTaxId(customer, wanted);
}

const bare = (value: string): string => value.replace(/[./-]/g, "").toUpperCase();
