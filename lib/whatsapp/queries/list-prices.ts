import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageWhatsapp } from "../policy";
import type { PriceCategory, PriceList } from "../price-rules";

/** The list as those see it who look after the number. @throws Refusal `not_allowed` */
export async function getPriceList(ctx: TenantContext): Promise<PriceList> {
  authorize(canManageWhatsapp(ctx.actor));
  return await findPriceList(ctx);
}

/** The same for a rehearsal, which shows sums only. */
export async function findPriceList(ctx: TenantContext): Promise<PriceList> {
  const rows = await ctx.db.whatsappPrice.findMany({
    select: { callingCode: true, category: true, validFrom: true, currency: true, amountMicros: true },
    orderBy: [{ callingCode: "asc" }, { category: "asc" }, { validFrom: "asc" }],
  });
  return {
    currency: rows[0]?.currency ?? null,
    prices: rows.map(({ callingCode, category, validFrom, amountMicros }) => ({
      callingCode,
      category: category as PriceCategory,
      validFrom: validFrom.toISOString().slice(0, 10),
      amountMicros,
    })),
  };
}
